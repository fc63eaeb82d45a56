import HanText

/// Tells whether the clause of a date speaks of it as past: 4月15日专家组提出的建议, 3月2日发生了地震.
extension DateText {
  /// The first word behind a date, in its clause, that says that it has passed; nil where none does, or where a word before it
  /// says that it is to come (将, 如).
  func pastMarker(after date: Range<Int>) -> Range<Int>? {
    var offset = date.upperBound
    let limit = min(units.count, offset + Self.clauseReach)
    while offset < limit, !self[offset].isAny([.clauseEnd, .sentenceEnd, .lineEnd]) {
      guard let word = match(Self.tenses, at: offset) else {
        offset += 1
        continue
      }
      switch word.payload {
      case .past: return offset..<word.end
      case .future: return nil
      case .neither: offset = word.end
      }
    }
    return nil
  }

  private static let clauseReach = 40

  private enum Tense: Sendable {
    case past, future
    /// A word that only holds the same character: 了解, 为了.
    case neither
  }

  private static let tenses = PhraseTable<Tense>(
    ["了", "已经", "已于", "已在", "曾经", "曾于", "曾在", "发生", "提出的", "作出的", "印发的", "下发的", "批准的", "签订的", "遇难"]
      .map { ($0, .past) }
      + ["将", "拟", "要", "应", "需", "须", "请", "如", "若", "一旦", "可能", "为", "前", "起", "后"].map { ($0, .future) }
      + ["了解", "为了", "除了", "了结", "了却", "要求", "重要", "主要", "需求", "应急", "申请", "请示", "行为", "前往", "以前", "后来", "如下"]
      .map { ($0, .neither) })
}
