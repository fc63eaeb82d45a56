import GangmuDates
import Testing

@Suite("Digit patterns")
struct DigitPatternTests {
  private func written(_ pattern: DigitPattern) -> String {
    let bytes = [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
      bytes.initialize(repeating: UInt8(ascii: "-"))
      count = pattern.write(to: bytes, at: 0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a number of any width is written as it was given, with X for what is unknown", arguments: 0...8)
  func widths(width: Int) {
    for digits in ["98765432", "00000001", "20160920", "00000000"] {
      for count in 0...width {
        let known = String(digits.prefix(count))
        let pattern = DigitPattern(leading: Int(known) ?? 0, count: count, width: width)
        #expect(written(pattern) == known + String(repeating: "X", count: width - count))
        #expect(pattern.value == (count == width ? Int(known) ?? 0 : nil))
      }
    }
  }

  @Test("of a number that has more digits the last ones count")
  func longerNumber() {
    let pattern = DigitPattern(leading: 12_016, count: 4, width: 4)
    #expect(written(pattern) == "2016")
    #expect(pattern.value == 2016)
  }
}
