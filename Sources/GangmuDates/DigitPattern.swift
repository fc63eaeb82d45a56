/// A number of fixed width of which some digits may be unknown: `2016`, `20XX`, `0X`.
struct DigitPattern: Sendable, Hashable {
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

  /// The digits of a number that are known, `count` from the left; the rest is unknown.
  init(leading value: Int, count: Int, width: Int) {
    var nibbles: UInt32 = 0
    for place in 0..<width {
      let power = count - 1 - place
      let digit = power >= 0 ? UInt32(value / Self.powers[min(power, 8)] % 10) : Self.unknown
      nibbles = nibbles << 4 | digit
    }
    self.nibbles = nibbles
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

  private static let powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]

  /// A pattern without any known digit.
  static func unknown(width: Int) -> DigitPattern {
    DigitPattern(leading: 0, count: 0, width: width)
  }

  @inline(__always)
  private func digit(at place: Int) -> UInt32 {
    nibbles >> UInt32(4 * (width - 1 - place)) & 15
  }

  /// The number, where all digits are known.
  var value: Int? {
    var value = 0
    for place in 0..<width {
      let digit = digit(at: place)
      guard digit != Self.unknown else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
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

  /// A digit as EDTF writes it, in ASCII.
  func character(at place: Int) -> UInt8 {
    let digit = digit(at: place)
    return digit == Self.unknown ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(digit)
  }

  /// Writes its digits as EDTF does; the place after them.
  @inline(__always)
  func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
    for digit in 0..<width { bytes[place + digit] = character(at: digit) }
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
