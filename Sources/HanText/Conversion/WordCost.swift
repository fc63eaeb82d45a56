/// What a segmentation pays for the words that it takes: the sum over a sentence is to be least.
///
/// OpenCC's dictionaries hold no frequencies, so the costs stand for what is known of Chinese segmentation without them:
/// few words are better than many, words of like length better than a long one and a left-over character (the rules of
/// MMSEG), and a character that is left over is likelier a function word (的, 在, 不) than half of a broken word.
package struct WordCost: @unchecked Sendable {
  static let shared = WordCost()

  /// A phrase of the dictionaries, by its number of scalars: a little dearer for each more.
  @inline(__always)
  static func phrase(count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: 96 &+ 4 &* count)
  }

  /// A character by itself.
  @inline(__always)
  func standalone(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(table[Int(scalar)]) : Self.content
  }

  package static let content: UInt32 = 110

  /// One cost for each character of the Basic Multilingual Plane.
  private let table = CompiledTables.embedded.pointer(.wordCosts, 0, as: UInt8.self)

  private init() {}
}
