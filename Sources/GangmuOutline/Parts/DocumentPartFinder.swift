import HanText

/// Finds the parts of an official document around its text.
struct DocumentPartFinder {
  /// The parts, in reading order, and the blocks that they fill.
  struct Found: Sendable {
    var parts: [DocumentPart] = []
    /// The blocks that are parts, wholly.
    var blocks = RisingBlocks()
    /// Where the text ends before a sign-off or a list of attachments: the first block of each, rising.
    var ends: [Int] = []

    fileprivate mutating func add(_ kind: DocumentPart.Kind, _ block: Int, _ span: Range<Int>) {
      parts.append(DocumentPart(kind: kind, span: span))
      blocks.insert(block)
    }
  }

  private let content: BlockText
  private let text: FoldedText
  private var dated: DatedLines

  /// Finds the parts of a document. `title` is its title's block.
  static func parts(of content: BlockText, title: Range<Int>?) -> Found {
    let titleBlock = title.flatMap { title in content.blocks.indices.first { content.blocks[$0].span == title } }
    let start = titleBlock.map { $0 + 1 } ?? 0
    var finder = DocumentPartFinder(content, from: start)
    var found = Found()
    finder.findNumber(above: titleBlock ?? 0, into: &found)
    finder.findHead(from: start, into: &found)
    var index = start
    while index < content.blocks.count {
      if let next = finder.attachments(at: index, into: &found) ?? finder.signOff(at: index, into: &found) {
        index = next
      } else {
        index += 1
      }
    }
    if found.parts.count > 1 { found.parts.sort { $0.span.lowerBound < $1.span.lowerBound } }
    return found
  }

  private init(_ content: BlockText, from start: Int) {
    self.content = content
    text = content.text
    dated = DatedLines(content, from: start)
  }

  // MARK: Above the text

  /// Under a red head (某某市人民政府文件) the number stands above the title.
  private func findNumber(above title: Int, into found: inout Found) {
    for index in content.blocks.indices.prefix(title).suffix(4) {
      let line = content.blocks[index].span
      if DocumentNumberLine.isNumber(line, in: text) { found.add(.number, index, line) }
    }
  }

  /// The number and the addressee stand within a few lines of the title.
  private func findHead(from start: Int, into found: inout Found) {
    for index in content.blocks.indices.dropFirst(start).prefix(4) {
      let line = content.blocks[index].span
      if DocumentNumberLine.isNumber(line, in: text) {
        found.add(.number, index, line)
      } else if isAddressee(line) {
        found.add(.addressee, index, line)
        return
      } else if line.count > ItemMark.longestTitle {
        return
      }
    }
  }

  /// 各省、自治區、直轄市人民政府: names up to a colon that closes the line, with no sentence and no verb of telling.
  private func isAddressee(_ line: Range<Int>) -> Bool {
    guard line.count > 2, line.count <= 120, text[line.upperBound - 1] == ":",
      !line.dropLast().contains(where: { text[$0].isAny(.sentenceEnd) || text[$0] == ":" || text[$0] == ";" }),
      MarkerReader.shared.read(in: text, at: line.lowerBound, limit: line.upperBound) == nil
    else { return false }
    guard Self.labels.firstMatch(in: text, within: line) == nil else { return false }
    return Self.collectives.longestMatch(in: text, at: line.lowerBound, limit: line.upperBound) != nil
      || Self.addressees.close(at: line.upperBound - 1, from: line.lowerBound, in: text)
  }

  private static let collectives = PhraseTable(["各", "全体", "全校", "全院", "尊敬的", "亲爱的", "广大"])
  private static let addressees = ClosingWords([
    "政府", "机构", "单位", "部门", "委员会", "厅", "局", "部", "办公室", "学校", "学院", "公司", "同学", "老师", "家长", "同志", "朋友",
    "代表", "科室", "街道", "园区", "会员", "员工", "中心", "处室", "委", "会", "院", "署", "行", "办", "校", "队", "所", "社", "站",
    "省", "市", "县", "区", "企业", "人员", "们", "总局", "集团",
  ])
  /// What makes names the value of a label rather than an address: 主辦單位:.
  private static let labels = PhraseTable([
    "主办", "承办", "协办", "责任", "牵头", "配合", "指导", "支持", "参加", "参与", "组织", "负责", "如下", "成员", "评审",
  ])

  // MARK: Attachments

  /// The list of attachments that begins at a block, and the block after it; nil where none begins.
  ///
  /// 附件:1.… 2.…, each on a line of its own or all on one; or one name (附件:工作方案) right before the sign-off. 附件1 alone
  /// is the head of an attachment's own text.
  @inline(__always)
  private func attachments(at index: Int, into found: inout Found) -> Int? {
    // Each of the words begins so.
    text[content.blocks[index].span.lowerBound] == "附" ? attachmentList(at: index, into: &found) : nil
  }

  private func attachmentList(at index: Int, into found: inout Found) -> Int? {
    let line = content.blocks[index].span
    guard line.count <= 200,
      let word = Self.attached.longestMatch(in: text, at: line.lowerBound, limit: line.upperBound),
      case let colon = text.skippingSpaces(from: word.span.upperBound, to: line.upperBound),
      text.unit(at: colon) == ":", colon < line.upperBound
    else { return nil }
    let first = text.skippingSpaces(from: colon + 1, to: line.upperBound)
    var ordinal = MarkerReader.shared.read(in: text, at: first, limit: line.upperBound)?.ordinal ?? 0
    var end = index + 1
    while end < content.blocks.count, case let next = content.blocks[end].span, next.count <= 80,
      let marker = MarkerReader.shared.read(in: text, at: next.lowerBound, limit: next.upperBound),
      marker.traits.numeral == .arabic, marker.ordinal == ordinal + 1
    {
      ordinal = marker.ordinal
      end += 1
    }
    guard ordinal > 0 || first < line.upperBound && closes(at: end) else { return nil }
    found.ends.append(index)
    found.add(.attachments, index, line.lowerBound..<content.blocks[end - 1].span.upperBound)
    for block in index..<end { found.blocks.insert(block) }
    return end
  }

  /// Whether the document ends at a block, or is signed within two.
  private func closes(at block: Int) -> Bool {
    content.blocks.indices.suffix(from: min(block, content.blocks.count)).prefix(2).allSatisfy {
      content.blocks[$0].span.count <= Self.longestSignature
    }
  }

  private static let attached = PhraseTable(["附件", "附"])

  // MARK: Sign-off

  /// The sign-off that begins at a block, and the block after it; nil where none begins.
  ///
  /// Who signs and when, in either order, on lines of their own or on one: 學生工作部(處) / 2016年9月20日. Nearly no line
  /// has a date near below it.
  @inline(__always)
  private mutating func signOff(at index: Int, into found: inout Found) -> Int? {
    dated.next(from: index, within: Self.mostSigners).flatMap { signOff(at: index, dated: $0, into: &found) }
  }

  /// The sign-off that begins at a block, `dated` being the first line from there on that ends in a date.
  private func signOff(at index: Int, dated: DatedLines.Line, into found: inout Found) -> Int? {
    guard content.blocks[index].span.count <= Self.longestSignature + 20 else { return nil }
    var end: Int?
    if dated.block > index {
      end = signers(from: index, above: dated, into: &found)
    } else if dated.isWhole {
      end = dateAboveSigner(dated, into: &found)
    } else {
      end = signerAndDate(dated, into: &found)
    }
    guard var end else { return nil }
    while end < content.blocks.count, isNote(content.blocks[end].span) {
      found.add(.note, end, content.blocks[end].span)
      end += 1
    }
    return end
  }

  /// Names on lines of their own, a date on the line below them.
  private func signers(from index: Int, above dated: DatedLines.Line, into found: inout Found) -> Int? {
    guard dated.isWhole, (index..<dated.block).allSatisfy({ isSigner($0) }) else { return nil }
    found.ends.append(index)
    for signer in index..<dated.block { found.add(.signature, signer, content.blocks[signer].span) }
    found.add(.date, dated.block, dated.date)
    return dated.block + 1
  }

  /// A date on a line of its own, with a name below it or none.
  ///
  /// A date between lines of text is no sign-off; one that closes the text is, and so is one above a name.
  private func dateAboveSigner(_ dated: DatedLines.Line, into found: inout Found) -> Int? {
    let next = dated.block + 1
    guard isLast(next) || isSigner(next) && isLast(next + 1) else { return nil }
    found.ends.append(dated.block)
    found.add(.date, dated.block, dated.date)
    guard isSigner(next), !isLast(next) || content.blocks.count == next + 1 else { return next }
    found.add(.signature, next, content.blocks[next].span)
    return next + 1
  }

  /// A name and a date on one line.
  private func signerAndDate(_ dated: DatedLines.Line, into found: inout Found) -> Int? {
    let start = dated.span.lowerBound
    let name = start..<text.trimmingSpaces(from: start, to: dated.date.lowerBound)
    guard isSigner(name) else { return nil }
    found.ends.append(dated.block)
    found.add(.signature, dated.block, name)
    found.add(.date, dated.block, dated.date)
    return dated.block + 1
  }

  /// Whether no text follows a block: the document ends, or only remarks and attachments come.
  private func isLast(_ block: Int) -> Bool {
    guard block < content.blocks.count else { return true }
    let line = content.blocks[block].span
    return isNote(line) || Self.attached.longestMatch(in: text, at: line.lowerBound, limit: line.upperBound) != nil
  }

  private func isSigner(_ block: Int) -> Bool {
    guard block < content.blocks.count, content.blocks[block].kind == .paragraph else { return false }
    return isSigner(content.blocks[block].span)
  }

  /// Whether a line can be a signature: a short name without a mark and without a number.
  private func isSigner(_ line: Range<Int>) -> Bool {
    (2...Self.longestSignature).contains(line.count)
      && !line.contains { text[$0].isAny([.sentenceEnd, .clauseEnd, .quote, .digit]) && text[$0] != "、" }
      && MarkerReader.shared.read(in: text, at: line.lowerBound, limit: line.upperBound) == nil
  }

  /// （此件公開發布）, 抄送:…
  private func isNote(_ line: Range<Int>) -> Bool {
    if text[line.lowerBound] == "(", text[line.upperBound - 1] == ")", line.count <= Self.longestSignature {
      return true
    }
    return Self.copies.longestMatch(in: text, at: line.lowerBound, limit: line.upperBound) != nil
  }

  private static let copies = PhraseTable(["抄送:", "抄报:", "主题词:", "印发单位:"])
  private static let longestSignature = 30
  private static let mostSigners = 6
}
