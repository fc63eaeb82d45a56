import HanText

/// A way in which Unicode draws a number and its enclosure as one character.
enum Enclosure: Sendable, Hashable, CaseIterable {
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

  /// Runs of characters that count up, and the number that each begins with.
  private var runs: [(codes: ClosedRange<UInt16>, first: Int)] {
    switch self {
    case .circled:
      [(0x2460...0x2473, 1), (0x3251...0x325F, 21), (0x32B1...0x32BF, 36), (0x2780...0x2789, 1), (0x24F5...0x24FE, 1)]
    case .negativeCircled: [(0x2776...0x277F, 1), (0x24EB...0x24F4, 11), (0x278A...0x2793, 1)]
    case .parenthesized: [(0x2474...0x2487, 1)]
    case .dotted: [(0x2488...0x249B, 1)]
    case .parenthesizedHan: [(0x3220...0x3229, 1), (0x3280...0x3289, 1)]
    }
  }

  /// The number that a unit stands for, or nil.
  func value(of unit: FoldUnit) -> Int? {
    guard Self.codes.contains(unit.rawValue) else { return nil }
    for run in runs where run.codes.contains(unit.rawValue) {
      return Int(unit.rawValue - run.codes.lowerBound) + run.first
    }
    return nil
  }

  /// Where all of them lie.
  private static var codes: ClosedRange<UInt16> { 0x2460...0x32BF }

  /// Every unit of this enclosure.
  var units: [FoldUnit] {
    runs.flatMap { $0.codes.map { FoldUnit(rawValue: $0) } }
  }
}
