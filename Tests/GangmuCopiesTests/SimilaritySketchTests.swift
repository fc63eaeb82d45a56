import GangmuCopies
import TestSupport
import Testing

@Suite struct SimilaritySketchTests {
  @Test(arguments: [0.1, 0.3, 0.5, 0.7, 0.9], [40, 300, 3000])
  func estimatesTheJaccardSimilarity(_ similarity: Double, _ size: Int) {
    // Two sets of `size` with so much in common that their Jaccard similarity is the one wanted.
    let common = Int((2 * similarity / (1 + similarity) * Double(size)).rounded())
    let exact = Double(common) / Double(2 * size - common)
    var sum = 0.0
    let runs = 20
    for run in 0..<runs {
      var generator = SeededGenerator(seed: UInt64(size * 1000 + run))
      let shared = (0..<common).map { _ in generator.next() }
      let left = shared + (common..<size).map { _ in generator.next() }
      let right = shared + (common..<size).map { _ in generator.next() }
      sum += SimilaritySketch(of: left).similarity(to: SimilaritySketch(of: right.shuffled(using: &generator)))
    }
    // The standard error over the runs is at most .01.
    #expect(abs(sum / Double(runs) - exact) < 0.04, "estimated \(sum / Double(runs)) for \(exact)")
  }

  @Test func fillsAllSlotsOfASetOfOne() {
    let sketch = SimilaritySketch(of: [7])
    #expect(sketch.slots.count == SimilaritySketch.slotCount)
    #expect(sketch == SimilaritySketch(of: [7, 7, 7]))
    #expect(sketch.similarity(to: SimilaritySketch(of: [8])) < 0.05)
  }

  @Test func anEmptySetIsLikeNoOther() {
    let empty = SimilaritySketch(of: [])
    #expect(empty.slots.isEmpty)
    #expect(empty.similarity(to: SimilaritySketch(of: [1])) == 0)
  }

  @Test func findsPairsOfAHalfByLayout() {
    let layout = BandLayout()
    #expect(layout.bands == 42)
    #expect(layout.rows == 3)
    #expect(BandLayout(threshold: 0.8).rows > layout.rows)
  }

  @Test(arguments: 2...5)
  func shinglesDifferByLength(_ length: Int) {
    var hashes: [UInt64] = []
    ShingleHashes.fill(&hashes, of: Array("ABCDEFGH".utf16), length: length)
    #expect(hashes.count == 9 - length)
    #expect(Set(hashes).count == hashes.count)
    var again: [UInt64] = []
    ShingleHashes.fill(&again, of: Array("XABCDEFGH".utf16), length: length)
    #expect(Array(again.dropFirst()) == hashes)
    ShingleHashes.fill(&hashes, of: Array("A".utf16), length: length)
    #expect(hashes.count == 1)
    ShingleHashes.fill(&hashes, of: [], length: length)
    #expect(hashes.isEmpty)
  }
}
