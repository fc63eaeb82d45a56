import HanText
import Testing

/// Places of scalars among the bytes of a text, which an index of blocks of scalars tells.
@Suite struct ScalarOffsetTests {
  @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 65, 200])
  func `every scalar stands where it was written`(count: Int) {
    let widths = ["a", "é", "網", "𠮷"]
    for shift in widths.indices {
      let scalars = (0..<count).map { widths[($0 * 7 + $0 / 5 + shift) % widths.count] }
      let text = FoldedText(scalars.joined())
      var offset = 0
      for (index, scalar) in scalars.enumerated() {
        #expect(text.utf8Offset(index) == offset)
        #expect(text.scalar(at: index).map { String($0) } == scalar)
        offset += scalar.utf8.count
      }
      #expect(text.utf8Offset(count) == offset && text.utf8Offset(count + 40) == offset)
      #expect(text.scalar(at: count) == nil)
    }
  }
}
