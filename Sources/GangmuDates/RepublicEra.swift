import HanText

/// The era of the Republic, which pages of Taiwan count by: 民國113年 is 2024.
enum RepublicEra {
  /// The year before its first.
  static let offset = 1911

  /// The years that may stand without 民國: no page counts three-digit years from the birth of Christ.
  static let bareYears = 100...150

  /// Whether a page counts so: 民國 stands before a numeral, or a bare three-digit year before a month (113年9月).
  static func isUsed(in units: [FoldUnit]) -> Bool {
    for index in units.indices.dropFirst(1).dropLast(2) {
      switch units[index] {
      case "国":
        if units[index - 1] == "民", units[index + 1].isAny([.digit, .hanNumeral]) { return true }
      case "年":
        guard index >= 3, units[index - 3] == "1", units[index - 1].digitValue != nil,
          units[index - 2].digitValue.map({ $0 < 5 }) ?? false, units[index + 1].digitValue != nil
        else { continue }
        if index == 3 || units[index - 4].digitValue == nil { return true }
      default: continue
      }
    }
    return false
  }
}
