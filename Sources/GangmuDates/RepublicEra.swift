import HanText

/// The era of the Republic, which pages of Taiwan count by: 民國113年 is 2024.
///
/// Whether a page does is looked up only when a year that could be one of it is met: few pages have any.
final class RepublicEra {
  /// The year before its first.
  static let offset = 1911

  /// The years that may stand without 民國: no page counts three-digit years from the birth of Christ.
  static let bareYears = 100...150

  /// Whether a page counts so: 民國 stands before a numeral, or a bare three-digit year before a month (113年9月), a 度 or a
  /// 學年.
  private(set) lazy var isUsed = Self.isUsed(in: units)
  private let units: [FoldUnit]

  init(_ units: [FoldUnit]) {
    self.units = units
  }

  private static func isUsed(in units: [FoldUnit]) -> Bool {
    units.withUnsafeBufferPointer { units in
      var index = 1
      while index + 2 < units.count {
        if units[index] == "国" {
          if units[index - 1] == "民", units[index + 1].isAny([.digit, .hanNumeral]) { return true }
        } else if units[index] == "年" {
          let next = units[index + 1]
          if next.digitValue != nil || next == "度", isBareYear(endingAt: index, in: units) { return true }
          if units[index - 1] == "学", isBareYear(endingAt: index - 1, in: units) { return true }
        }
        index += 1
      }
      return false
    }
  }

  /// Whether three digits, a year of `bareYears`, end before an offset.
  private static func isBareYear(endingAt end: Int, in units: UnsafeBufferPointer<FoldUnit>) -> Bool {
    guard end >= 3, units[end - 3] == "1", units[end - 1].digitValue != nil,
      units[end - 2].digitValue.map({ $0 < 5 }) ?? false
    else { return false }
    return end == 3 || units[end - 4].digitValue == nil
  }
}
