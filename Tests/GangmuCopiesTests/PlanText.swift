import GangmuCopies
import HanText
import TestSupport

/// Texts of sentences of random characters, so that two of different seeds have nothing in common, as two real texts have
/// little.
enum PlanText {
  static func sentences(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let length = Int.random(in: 12...28, using: &generator)
      let characters = (0..<length).compactMap { index in
        index == length / 2
          ? Unicode.Scalar(",") : Unicode.Scalar(UInt32.random(in: 0x4E00...0x5DFF, using: &generator))
      }
      return String(String.UnicodeScalarView(characters)) + "。"
    }
  }

  static func text(_ count: Int = 20, seed: UInt64) -> String { sentences(count, seed: seed).joined() }

  static func content(_ text: String) -> ContentUnits { ContentUnits(FoldedText(text)) }
}
