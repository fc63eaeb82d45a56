import HanText

/// What joins the two ends of a range: 至 到 - -- ~ 起至, and 至於, which a converter to Traditional makes of 至于.
enum DateJoint {
  static let words = PhraseTable<Bool>([
    "至", "到", "至于", "起至", "起到", "开始至", "开始到", "始至", "直至", "直到", "延续至", "-至", "至-", "起,至",
    "起,到", "始,至", "开始,至",
  ])
  /// The longest run of dashes or tildes that joins; more is a ruled line.
  static let longestDash = 4
}

extension DateText {
  /// The offset after the joint of a range and the spaces on both of its sides.
  func rangeJoint(at offset: Int) -> Int? {
    let start = skippingSpaces(at: offset)
    if let word = match(DateJoint.words, at: start) { return skippingSpaces(at: word.end) }
    if isHanDash(start) { return start + 1 }
    var end = start
    while end <= start + DateJoint.longestDash, self[end] == "-" || self[end] == "~" || self[end] == "→" { end += 1 }
    guard end > start, end <= start + DateJoint.longestDash else { return nil }
    return skippingSpaces(at: end)
  }

  /// 9月17日一23日: a dash that a reader of scans took for a 一, or that was typed as the sign of a long vowel.
  func isHanDash(_ offset: Int) -> Bool {
    guard self[offset] == "一" || self[offset] == "ー", self[offset + 1].digitValue != nil else { return false }
    let before = self[offset - 1]
    return before.digitValue != nil || before == "日" || before == "号" || before == "月" || before == "年" || before == ")"
  }
}
