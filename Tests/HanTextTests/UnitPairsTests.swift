import HanText
import Testing

@Suite struct UnitPairsTests {
  /// 年 behind a digit, and a bracket before anything.
  private static let pairs: UnitPairs = {
    var pairs = UnitPairs(left: 0, right: 2)
    for digit in FoldUnit.fold("0123456789") { pairs.add(digit, left: 1) }
    pairs.add("年", right: 1)
    pairs.add("(", left: 2)
    return pairs
  }()

  private func found(in text: String, from start: Int = 0, to limit: Int? = nil) -> [Int] {
    let text = FoldedText(text)
    var found: [Int] = []
    var offset = start
    while let pair = Self.pairs.first(in: text, from: offset, to: limit ?? text.count) {
      found.append(pair)
      offset = pair + 1
    }
    return found
  }

  @Test func pairsAreFoundAtEveryPlace() {
    for shift in 0..<12 {
      let before = String(repeating: "文", count: shift)
      #expect(found(in: before + "2016年(一)文9年文文文文文(") == [3, 5, 9].map { $0 + shift })
    }
  }

  @Test func aPairEndsBeforeTheLimit() {
    let text = "文文文文文6年文"
    #expect(found(in: text, to: 6) == [])
    #expect(found(in: text, to: 7) == [5])
    #expect(found(in: text, from: 6) == [])
    #expect(found(in: text, from: 9) == [])
    #expect(found(in: text, to: 100) == [5])
    #expect(found(in: "") == [])
  }
}
