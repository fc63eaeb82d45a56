import HanText

/// A way in which Unicode draws a number and its enclosure as one character.
enum Enclosure: Sendable, Hashable {
  /// ① to ㊿
  case circled
  /// ❶ to ⓴
  case negativeCircled
  /// ⑴ to ⒇
  case parenthesized
  /// ⒈ to ⒛
  case dotted
  /// ㈠ to ㈩, ㊀ to ㊉
  case parenthesizedHan

  /// Characters that count up.
  private struct Run {
    let enclosure: Enclosure
    let codes: ClosedRange<UInt16>
    /// The number that the first of them holds.
    let first: Int

    init(_ enclosure: Enclosure, _ codes: ClosedRange<UInt16>, from first: Int = 1) {
      self.enclosure = enclosure
      self.codes = codes
      self.first = first
    }
  }

  private static let runs: [Run] = [
    Run(.circled, 0x2460...0x2473), Run(.circled, 0x3251...0x325F, from: 21), Run(.circled, 0x32B1...0x32BF, from: 36),
    Run(.circled, 0x2780...0x2789), Run(.circled, 0x24F5...0x24FE),
    Run(.negativeCircled, 0x2776...0x277F), Run(.negativeCircled, 0x24EB...0x24F4, from: 11),
    Run(.negativeCircled, 0x278A...0x2793),
    Run(.parenthesized, 0x2474...0x2487),
    Run(.dotted, 0x2488...0x249B),
    Run(.parenthesizedHan, 0x3220...0x3229), Run(.parenthesizedHan, 0x3280...0x3289),
  ]

  /// Where all of them lie.
  private static var codes: ClosedRange<UInt16> { 0x2460...0x32BF }

  /// The number that a unit stands for, or nil.
  func value(of unit: FoldUnit) -> Int? {
    guard Self.codes.contains(unit.rawValue) else { return nil }
    for run in Self.runs where run.enclosure == self && run.codes.contains(unit.rawValue) {
      return Int(unit.rawValue - run.codes.lowerBound) + run.first
    }
    return nil
  }

  /// Whether a unit holds number and enclosure of any kind.
  @inline(__always)
  static func isEnclosed(_ unit: FoldUnit) -> Bool {
    codes.contains(unit.rawValue) && runs.contains { $0.codes.contains(unit.rawValue) }
  }

  /// Every unit of this enclosure.
  var units: [FoldUnit] {
    Self.runs.filter { $0.enclosure == self }.flatMap { $0.codes.map { FoldUnit(rawValue: $0) } }
  }
}
