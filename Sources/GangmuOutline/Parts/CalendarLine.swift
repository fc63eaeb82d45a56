import HanText

/// Tells a line that is a date, or ends in one, without reading its value (that is the job of another room).
enum CalendarLine {
  /// The date that closes a line, or nil: 2016年9月20日, 二〇一六年九月二十日, 20__年9月, 2016-09-20, 中華民國113年9月17日.
  static func trailingDate(of line: Range<Int>, in text: FoldedText) -> Range<Int>? {
    guard mayCloseWithDate(line, in: text) else { return nil }
    let end = text.trimmingSpaces(from: line.lowerBound, to: line.upperBound)
    guard end > line.lowerBound, mayEndDate(text[end - 1]) else { return nil }
    var start = end
    var years = 0
    var months = 0
    while start > line.lowerBound, end - start < longest {
      let unit = text[start - 1]
      if unit == "年" { years += 1 } else if unit == "月" { months += 1 }
      let isPart =
        unit.isAny([.digit, .hanNumeral, .redaction, .space]) || unit == "年" || unit == "月" || unit == "日"
        || unit == "号" || isSeparator(unit)
      guard isPart else { break }
      start -= 1
    }
    if start > line.lowerBound, text[start - 1] == "国",
      let era = eras.first(where: { text.matches($0, endingAt: start, start: line.lowerBound) })
    {
      start -= era.count
    }
    while start < end, text[start] == " " { start += 1 }
    guard start < end else { return nil }
    let isDate = isCalendarWord(text[end - 1]) ? years == 1 && months == 1 : isNumeric(start..<end, in: text)
    return isDate ? start..<end : nil
  }

  /// A cheap look at the last unit of a line: nearly no line closes as a date does.
  @inline(__always)
  static func mayCloseWithDate(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard !line.isEmpty else { return false }
    let last = text[line.upperBound - 1]
    return last == " " || mayEndDate(last)
  }

  /// Whether a date may close with a unit.
  @inline(__always)
  private static func mayEndDate(_ unit: FoldUnit) -> Bool {
    isCalendarWord(unit) || !unit.isIdeograph && (unit.isAny([.digit, .redaction]) || isSeparator(unit))
  }

  /// Whether a unit closes a date that is written out.
  private static func isCalendarWord(_ unit: FoldUnit) -> Bool {
    unit == "日" || unit == "月" || unit == "号"
  }

  /// Whether a unit parts the numbers of a date.
  private static func isSeparator(_ unit: FoldUnit) -> Bool {
    unit == "-" || unit == "." || unit == "/"
  }

  /// 2016-09-20, 2016.9.20, 2016/9/20.
  private static func isNumeric(_ span: Range<Int>, in text: FoldedText) -> Bool {
    let parts = text.units[span].split(whereSeparator: isSeparator)
    return parts.count == 3 && parts[0].count == 4 && parts[1].count <= 2 && parts[2].count <= 2
      && parts.joined().allSatisfy { $0.isAny([.digit, .redaction]) }
  }

  private static let eras = ["中华民国", "民国"].map { FoldUnit.fold($0) }
  private static let longest = 24
}

/// Tells a line that is a document number (發文字號): 國發〔2019〕4號, 府教學字第1130010233號.
enum DocumentNumberLine {
  /// Whether a line is a document number from end to end.
  static func isNumber(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard (6...40).contains(line.count), text[line.upperBound - 1] == "号", text[line.lowerBound].isAny(.han) else {
      return false
    }
    let hasYear = line.contains { text[$0] == "〔" || text[$0] == "[" || text[$0] == "(" || text[$0] == "【" }
    let hasWord = line.contains { text[$0] == "字" }
    let digits = line.count { text[$0].isAny([.digit, .redaction]) }
    return digits > 0 && (hasYear || hasWord) && !line.contains { text[$0].isAny([.sentenceEnd, .clauseEnd]) }
  }
}
