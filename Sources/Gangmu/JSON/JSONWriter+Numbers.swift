extension JSONWriter {
  /// Writes an integer.
  package mutating func integer(_ value: Int) {
    buffer.reserve(24)
    guard UInt(bitPattern: value) >= 10_000 else { return store(few: UInt64(value)) }
    if value < 0 { buffer.store(UInt8(ascii: "-")) }
    digits(of: value.magnitude)
  }

  /// Writes an array of two integers.
  package mutating func integers(_ first: Int, _ second: Int) {
    guard layout == .line, UInt(bitPattern: first) < 10_000, UInt(bitPattern: second) < 10_000 else {
      return integers([first, second])
    }
    buffer.reserve(24)
    buffer.store(UInt8(ascii: "["))
    store(few: UInt64(first))
    buffer.store(UInt8(ascii: ","))
    store(few: UInt64(second))
    buffer.store(UInt8(ascii: "]"))
  }

  /// Writes decimal digits into room that was reserved.
  private mutating func digits(of value: UInt) {
    guard value >= 10_000 else { return store(few: UInt64(value)) }
    digits(of: value / 10_000)
    buffer.store(Self.digits(UInt64(value % 10_000)), width: 4)
  }

  /// Writes the digits of a number below 10,000 into room that was reserved.
  @inline(__always)
  private mutating func store(few value: UInt64) {
    let digits = Self.digits(value)
    // Zeros before the first other digit are the lowest bytes; the last digit always stays.
    let zeros = ((digits ^ Self.zeros) | 1 << 24).trailingZeroBitCount / 8
    buffer.store(digits &>> UInt64(8 * zeros), width: 4 - zeros)
  }

  private static let zeros: UInt64 = 0x3030_3030

  /// The four digits of a number below 10,000, the first in the lowest byte: first two numbers below 100 side by side, then four
  /// below 10.
  @inline(__always)
  private static func digits(_ value: UInt64) -> UInt64 {
    let hundreds = (value &* 5243) &>> 19
    let pairs = hundreds | (value &- hundreds &* 100) &<< 16
    let tens = ((pairs &* 103) &>> 10) & 0x000F_000F
    return tens | (pairs &- tens &* 10) &<< 8 | zeros
  }

  /// Writes a number of 0…1 with two decimals at most and one at least (`0.97`, `0.9`, `1.0`), the same on every machine.
  package mutating func fraction(_ value: Double) {
    let hundredths = Int((min(max(value.isNaN ? 0 : value, 0), 1) * 100).rounded())
    buffer.reserve(8)
    let digits = Self.digits(UInt64(hundredths)) &>> 8
    // One digit, a point and two others, of which the last is left out where it is 0.
    let text = digits & 0xFF | UInt64(UInt8(ascii: ".")) &<< 8 | (digits & 0xFF_FF00) &<< 8
    buffer.store(text, width: hundredths % 10 == 0 ? 3 : 4)
  }
}
