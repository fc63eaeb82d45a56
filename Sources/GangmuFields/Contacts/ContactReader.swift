import GangmuOutline
import HanText

/// Finds whom to turn to: labels (聯系人, 電話, 郵箱, 地址) that stand together, in lines of their own or in running text.
///
/// A class: a struct of tables would be copied, and each table counted, where it is asked.
final class ContactReader: Sendable {
  let actors: ActorReader
  private let addressees = SuffixTable("向 洽 传 传给 发 发给 发至 发到 报 报给 交 交给 送 送至 找 联系 联络 咨询 寄 至 给 与".words)

  let labels: LabelReader
  let nameHeads = SuffixTable("单位 部门 姓名 名称 机构 机关 学校 学院 处室 科室 窗口 站所 分队 人员 负责人 街道 乡镇 社区".words)

  init(actors: ActorReader, labels: LabelReader) {
    self.actors = actors
    self.labels = labels
  }

  /// The contacts of a document, in reading order.
  func contacts(in context: DocumentContext) -> [Contact] {
    var (contacts, tables) = self.contacts(inTablesOf: context)
    guard context.labels.contains(where: { Self.isContact($0.rule.sense) }) else { return contacts }
    var group = Group()
    for label in context.labels {
      guard Self.isContact(label.rule.sense) else { continue }
      if case .tableRow = context.blocks[label.block].kind, tables.contains(label.block) { continue }
      if let last = group.lastBlock, label.block > last + 1 || group.isComplete && label.rule.sense == .contactName {
        contacts += finish(group, in: context)
        group = Group()
      }
      add(label, to: &group, in: context)
    }
    contacts += finish(group, in: context)
    return contacts.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Labels that belong together.
  private struct Group {
    var names: [Range<Int>] = []
    var phones: [Range<Int>] = []
    var pairs: [(name: Range<Int>?, phone: Range<Int>)] = []
    var email: Range<Int>?
    var address: Range<Int>?
    var firstLabel: Int?
    var lastBlock: Int?
    var isNamed = false
    /// Whether another name begins another group.
    var isComplete: Bool { isNamed || !pairs.isEmpty }
  }

  private static func isContact(_ sense: LabelSense) -> Bool {
    switch sense {
    case .contactName, .phone, .email, .address: true
    default: false
    }
  }

  private func add(_ label: LabelOccurrence, to group: inout Group, in context: DocumentContext) {
    if group.firstLabel == nil { group.firstLabel = label.label.lowerBound }
    group.lastBlock = label.block
    let text = context.text
    switch label.rule.sense {
    case .contactName:
      group.isNamed = true
      addNames(from: label.value, to: &group, in: text)
    case .phone:
      addNames(from: label.value, to: &group, in: text)
    case .email:
      if group.email == nil { group.email = AddressReader.email(in: label.value, of: text) }
    case .address:
      let value = text.trimming(label.value, Trim.punctuation)
      if group.address == nil, !value.isEmpty, !actors.isBlank(value, in: text) { group.address = value }
    default: break
    }
  }

  /// Names and numbers that stand in one value: `张三 13800000000,李四 …`.
  private func addNames(from value: Range<Int>, to group: inout Group, in text: FoldedText) {
    let phones = AddressReader.phones(in: value, of: text)
    var start = value.lowerBound
    for phone in phones {
      let names = self.names(in: start..<phone.lowerBound, of: text).filter { isName($0, in: text) }
      if let name = names.last {
        group.names += names.dropLast()
        group.pairs.append((name, phone))
      } else {
        group.phones.append(phone)
      }
      start = phone.upperBound
    }
    if phones.isEmpty { group.names += names(in: value, of: text) }
  }

  /// Whether what stands before a number is a name, and no word for a kind of number (手机, 传真) or a registration (浙ICP备).
  private func isName(_ span: Range<Int>, in text: FoldedText) -> Bool {
    numberWords.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) == nil
      && !span.contains { text[$0].isAny([.latin, .digit]) && text[$0] != "x" }
  }

  private let numberWords = SuffixTable("手机 手机号 电话 传真 座机 固话 分机 转 热线 号码 微信 qq 办 宅 或 内线 联系 工作日 上午 下午 时间 邮编".words)

  private static let aroundNames = UnitSet(" \t\n,.。;:、()[]/-—")
  private static let beforeLabels = UnitSet(" ,.。;:、([")

  private func names(in span: Range<Int>, of text: FoldedText) -> [Range<Int>] {
    let span = text.trimming(span, Self.aroundNames)
    guard !span.isEmpty, span.count <= 60 else { return [] }
    return actors.actors(in: span, of: text).map(\.span).filter { $0.count >= 2 && $0.count <= 20 }
  }

  private func finish(_ group: Group, in context: DocumentContext) -> [Contact] {
    guard let first = group.firstLabel else { return [] }
    var names = group.names
    if names.isEmpty, group.pairs.isEmpty, let name = addressee(before: first, in: context) { names = [name] }
    var contacts: [Contact] = group.pairs.map { contact($0.name, $0.phone, group) }
    for (index, name) in names.enumerated() {
      let phone = group.phones.count == names.count ? group.phones[index] : group.phones.first
      contacts.append(contact(name, phone, group))
    }
    // A further number without a name is a contact of its own: 电话:0571-88776655转801;手机13800138000.
    let used = names.isEmpty ? 0 : group.phones.count == names.count ? group.phones.count : 1
    for phone in group.phones.dropFirst(used) { contacts.append(contact(nil, phone, group)) }
    if contacts.isEmpty, group.email != nil { contacts.append(contact(nil, nil, group)) }
    return contacts
  }

  private func contact(_ name: Range<Int>?, _ phone: Range<Int>?, _ group: Group) -> Contact {
    Contact(
      name: name, phone: phone, email: group.email, address: group.address,
      rule: name == nil ? "contact.unnamed" : "contact.label", confidence: name == nil ? 0.7 : 0.92)
  }

  /// The person to whom something is to be sent, right before the first label: 傳余xx,郵箱:….
  private func addressee(before offset: Int, in context: DocumentContext) -> Range<Int>? {
    let text = context.text
    guard let block = context.block(at: offset) else { return nil }
    let lower = max(context.blocks[block].span.lowerBound, offset - 30)
    let end = text.trimmingEnd(lower..<offset, Self.beforeLabels).upperBound
    // 径向臺北市交通事件裁决所-肇事鉴定课(地址:…;电话:…)
    if text.unit(at: offset - 1) == "(",
      let to = (lower..<max(lower, end - 1)).last(where: {
        addressees.longestMatch(in: text, endingAt: $0 + 1, lower: lower) != nil
          && HandIns.lookalikes.longestMatch(in: text, at: $0, limit: end) == nil
      }), actors.kind(of: to + 1..<end, in: text) != nil
    {
      return to + 1..<end
    }
    for length in 2...4 where end - length > lower {
      let name = end - length..<end
      if actors.isPerson(name, in: text),
        addressees.longestMatch(in: text, endingAt: name.lowerBound, lower: lower) != nil
      {
        return name
      }
    }
    return nil
  }
}
