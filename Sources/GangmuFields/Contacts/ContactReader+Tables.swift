import HanText

extension ContactReader {
  /// The contacts of tables whose head names a telephone column (處理單位 / 連絡電話 / 駐地地址): one for each row. With the rows
  /// that were read so.
  func contacts(inTablesOf context: DocumentContext) -> (contacts: [Contact], rows: Set<Int>) {
    guard context.hasTables else { return ([], []) }
    var contacts: [Contact] = []
    var rows: Set<Int> = []
    var columns: Columns?
    for (index, block) in context.blocks.enumerated() {
      guard case .tableRow(let cells) = block.kind else {
        columns = nil
        continue
      }
      if let head = self.columns(of: cells, in: context.text) {
        columns = head
        rows.insert(index)
      } else if let columns, cells.count == columns.count {
        rows.insert(index)
        if let contact = contact(of: cells, columns, in: context.text) { contacts.append(contact) }
      }
    }
    return (contacts, rows)
  }

  /// What the columns of a table hold.
  private struct Columns {
    var count: Int
    var name: Int
    var phone: Int
    var email: Int?
    var address: Int?
  }

  private func columns(of cells: [Range<Int>], in text: FoldedText) -> Columns? {
    guard (2...20).contains(cells.count) else { return nil }
    var columns = Columns(count: cells.count, name: -1, phone: -1)
    for (index, cell) in cells.enumerated() {
      guard let rule = labels.rule(of: cell, in: text) else {
        if columns.name < 0, isNameHead(cell, in: text) { columns.name = index }
        continue
      }
      switch rule.sense {
      case .phone: if columns.phone < 0 { columns.phone = index }
      case .email: columns.email = index
      case .address: columns.address = index
      case .contactName: columns.name = index
      case .actors: if columns.name < 0 { columns.name = index }
      default: break
      }
    }
    return columns.phone >= 0 && columns.name >= 0 ? columns : nil
  }

  private func isNameHead(_ cell: Range<Int>, in text: FoldedText) -> Bool {
    let cell = text.trimming(cell, Trim.punctuation)
    return cell.count <= 8
      && nameHeads.longestMatch(in: text, endingAt: cell.upperBound, lower: cell.lowerBound, skippingSpaces: true)
        != nil
  }

  private func contact(of cells: [Range<Int>], _ columns: Columns, in text: FoldedText) -> Contact? {
    let name = text.trimming(cells[columns.name], Trim.punctuation)
    let phone = AddressReader.phones(in: cells[columns.phone], of: text).first
    let email = columns.email.flatMap { AddressReader.email(in: cells[$0], of: text) }
    let address = columns.address.map { text.trimming(cells[$0], Trim.punctuation) }
    guard phone != nil || email != nil, !actors.isBlank(name, in: text) else { return nil }
    return Contact(
      name: name.isEmpty ? nil : name, phone: phone, email: email, address: address.flatMap { $0.isEmpty ? nil : $0 },
      rule: "contact.table", confidence: 0.9)
  }
}

extension Contact {
  /// Where it begins.
  var start: Int {
    let start = min(Self.start(name), Self.start(phone), Self.start(email), Self.start(address))
    return start == .max ? 0 : start
  }
  /// Where it ends.
  var end: Int {
    max(name?.upperBound ?? 0, phone?.upperBound ?? 0, email?.upperBound ?? 0, address?.upperBound ?? 0)
  }

  private static func start(_ span: Range<Int>?) -> Int { span?.lowerBound ?? .max }
}
