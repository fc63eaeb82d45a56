import HanText

/// What follows a date and turns it into a deadline or a start: 前, 之前, 止, 起, 以來, 後.
enum DateTail: Sendable {
  case before
  case until
  case from
  case after
  case about

  static let words = PhraseTable<DateTail>(
    [
      ("前", .before), ("之前", .before), ("以前", .before), ("止", .until), ("为止", .until), ("截止", .until),
      ("起", .from), ("以来", .from), ("开始", .from), ("以后", .after), ("之后", .after), ("后", .after),
      ("至今", .from), ("-至今", .from), ("--至今", .from), ("前后", .about), ("左右", .about),
    ] + ["下班", "上班", "放学", "开学", "散会"].flatMap { [($0 + "前", .before), ($0 + "之前", .before), ($0 + "以前", .before)] })
}

extension DateText {
  /// The tail of a date that starts at `start` and ends at an offset.
  func tail(at offset: Int, of start: Int) -> (tail: DateTail, end: Int)? {
    let first = skippingSpaces(at: afterInclusion(at: skippingSpaces(at: offset)))
    guard let word = match(DateTail.words, at: first) else { return nil }
    let next = self[word.end]
    let isOneUnit = word.end == first + 1
    switch word.payload {
    // 2021年前兩個季度, 4月前4天: the first ones of it.
    case .before where isOneUnit && isCounted(word.end), .after where isOneUnit && isCounted(word.end): return nil
    case .before where isOneUnit && DateVeto.afterBefore.contains(next): return nil
    case .from where isOneUnit && DateVeto.afterFrom.contains(next): return nil
    case .after where isOneUnit && DateVeto.afterAfter.contains(next): return nil
    // 從9月10日開始 and 2019年開始 are starts; 9月10日開始報名 is something that happens on that day.
    case .from where self[word.end - 1] == "始" && !isOpened(start) && self[offset - 1] != "年": return nil
    // 2001年起至今
    case .from where self[word.end] == "至" && self[word.end + 1] == "今": return (.from, word.end + 2)
    default: return (word.payload, word.end)
    }
  }

  /// The offset after (含), (含當日), (不含15日), which stand before 前 or 起 and say whether the day belongs to it.
  func afterInclusion(at offset: Int) -> Int {
    guard self[offset] == "(", self[offset + 1] == "含" || (self[offset + 1] == "不" && self[offset + 2] == "含") else {
      return offset
    }
    for end in offset + 2..<offset + 10 where self[end] == ")" { return end + 1 }
    return offset
  }

  /// Whether a numeral with a unit of time stands at an offset.
  private func isCounted(_ offset: Int) -> Bool {
    guard let number = number(at: offset), number.markCount == 0 else { return false }
    switch self[self[number.end] == "个" ? number.end + 1 : number.end] {
    case "天", "日", "周", "月", "季", "年", "星", "小", "名", "批", "轮", "学", "工": return true
    default: return false
    }
  }

  /// Whether 從 or 自 stands before a date.
  private func isOpened(_ start: Int) -> Bool {
    self[start - 1] == "从" || self[start - 1] == "自" || self[start - 1] == "由"
  }
}
