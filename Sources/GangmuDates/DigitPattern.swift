/// A number of fixed width of which some digits may be unknown: `2016`, `20XX`, `0X`.
package struct DigitPattern: Sendable, Hashable {
  /// The digits from the left, `nil` being unknown; packed, four bits each, 15 for unknown.
  private var nibbles: UInt32
  private var count: UInt8

  /// The number of digits.
  var width: Int { Int(count) }

  private static let unknown: UInt32 = 15

  /// The last `width` digits of a number.
  init(_ value: Int, width: Int) {
    self.init(leading: value, count: width, width: width)
  }

  /// The digits of a number that are known, `count` from the left; the rest is unknown. `count` must not exceed `width`, nor
  /// `width` 8.
  package init(leading value: Int, count: Int, width: Int) {
    var known: UInt32 = 0
    var rest = UInt32(truncatingIfNeeded: value)
    for place in 0..<count {
      known |= (rest % 10) << UInt32(4 * place)
      rest /= 10
    }
    let open = UInt32(4 * (width - count))
    nibbles = known << open | (1 << open &- 1)
    self.count = UInt8(truncatingIfNeeded: width)
  }

  /// Digits from the left, nil being unknown.
  init(digits: [Int?]) {
    nibbles = digits.reduce(0) { $0 << 4 | ($1.map { UInt32($0 % 10) } ?? Self.unknown) }
    count = UInt8(truncatingIfNeeded: digits.count)
  }

  /// A pattern of no width.
  static let empty = DigitPattern(leading: 0, count: 0, width: 0)

  /// Adds a digit at the right, nil being unknown.
  mutating func append(_ digit: Int?) {
    nibbles = nibbles << 4 | (digit.map { UInt32($0 % 10) } ?? Self.unknown)
    count += 1
  }

  /// A pattern without any known digit.
  static func unknown(width: Int) -> DigitPattern {
    DigitPattern(leading: 0, count: 0, width: width)
  }

  @inline(__always)
  private func digit(at place: Int) -> UInt32 {
    nibbles >> UInt32(4 * (width - 1 - place)) & 15
  }

  /// The number, where all digits are known.
  ///
  /// The digits are added up by twos and by fours, side by side.
  @inline(__always)
  package var value: Int? {
    // 15 is the one nibble whose four bits are all set.
    guard nibbles & nibbles >> 1 & nibbles >> 2 & nibbles >> 3 & 0x1111_1111 == 0 else { return nil }
    let twos = nibbles & 0x0F0F_0F0F &+ (nibbles >> 4 & 0x0F0F_0F0F) &* 10
    let fours = twos & 0x00FF_00FF &+ (twos >> 8 & 0x00FF_00FF) &* 100
    return Int(fours & 0xFFFF &+ (fours >> 16) &* 10_000)
  }

  /// Whether no digit is known.
  var isUnknown: Bool {
    let mask: UInt32 = (1 << UInt32(4 * width)) &- 1
    return nibbles & mask == mask
  }

  /// Whether a number agrees with every known digit.
  func admits(_ number: Int) -> Bool {
    var rest = number
    for place in stride(from: width - 1, through: 0, by: -1) {
      let digit = digit(at: place)
      if digit != Self.unknown, Int(digit) != rest % 10 { return false }
      rest /= 10
    }
    return rest == 0
  }

  /// Writes its digits in ASCII as EDTF does; the place after them.
  @inline(__always)
  package func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
    var rest = nibbles
    for digit in (place..<place + width).reversed() {
      let known = rest & Self.unknown != Self.unknown
      bytes[digit] = known ? UInt8(ascii: "0") + UInt8(rest & Self.unknown) : UInt8(ascii: "X")
      rest >>= 4
    }
    return place + width
  }

  /// The smallest and the largest number that it may be.
  var extent: ClosedRange<Int> {
    var low = 0
    var high = 0
    for place in 0..<width {
      let digit = digit(at: place)
      low = low * 10 + (digit == Self.unknown ? 0 : Int(digit))
      high = high * 10 + (digit == Self.unknown ? 9 : Int(digit))
    }
    return low...high
  }
}
