import GangmuOutline
import HanText

/// Reads the names of what is attached from the list before the sign-off (GB/T 9704-2012, 7.3.4): 附件:1.報名表 2.評分標準.
enum AttachmentReader {
  /// The attachments of a document, in reading order.
  static func attachments(of document: OutlinedDocument) -> [Attachment] {
    document.parts.filter { $0.kind == .attachments }.flatMap { attachments(in: $0.span, of: document.text) }
  }

  private static func attachments(in list: Range<Int>, of text: FoldedText) -> [Attachment] {
    guard let colon = text.firstIndex(of: ":", in: list, limit: 8) else { return [] }
    var starts: [(number: Int, marker: Int, title: Int)] = []
    var offset = colon + 1
    while offset < list.upperBound {
      if isBoundary(offset - 1, in: text), let item = item(at: offset, limit: list.upperBound, in: text),
        item.number == (starts.last?.number ?? 0) + 1
      {
        starts.append((item.number, offset, item.end))
        offset = item.end
      } else {
        offset += 1
      }
    }
    if starts.isEmpty { return attachment(colon + 1..<list.upperBound, number: nil, in: text).map { [$0] } ?? [] }
    return starts.indices.compactMap { index in
      let end = index + 1 < starts.count ? starts[index + 1].marker : list.upperBound
      return attachment(starts[index].title..<end, number: starts[index].number, in: text)
    }
  }

  private static func attachment(_ span: Range<Int>, number: Int?, in text: FoldedText) -> Attachment? {
    let title = text.trimming(span, Trim.punctuation)
    guard !title.isEmpty, title.count <= 200 else { return nil }
    return Attachment(title: title, number: number, rule: "attachment.list", confidence: 0.93)
  }

  private static func isBoundary(_ offset: Int, in text: FoldedText) -> Bool {
    text[offset].isAny([.space, .lineEnd, .clauseEnd, .sentenceEnd])
  }

  /// The number at an offset and where what it numbers begins: 1. 2、 (3)
  private static func item(at start: Int, limit: Int, in text: FoldedText) -> (number: Int, end: Int)? {
    var offset = start
    if text[offset] == "(" { offset += 1 }
    var number = 0
    let digits = offset
    while offset < limit, offset - digits < 3, let digit = text[offset].digitValue {
      number = number * 10 + digit
      offset += 1
    }
    guard offset > digits, offset < limit, [".", "、", ")", ":", " "].contains(text[offset]) else { return nil }
    return (number, offset + 1)
  }
}
