/// The numbers before the last of a marker such as 1.2.3, which name the series that it stands in: 1 and 2.
///
/// At most four numbers of two digits each, kept in one word, so that markers are compared and hashed without allocation.
struct NumberPath: Sendable, Hashable {
  /// The numbers in order, eight bits each, the last one lowest.
  private var packed: UInt32 = 0
  private var length: UInt8 = 0

  /// A path without numbers, as that of a marker with one number alone.
  init() {}

  /// How many numbers there are.
  var count: Int { Int(length) }

  var isEmpty: Bool { length == 0 }

  /// The first number, 0 where there is none.
  var first: Int {
    count == 0 ? 0 : Int(packed >> UInt32(8 * (count - 1)))
  }

  /// Adds a number of at most two digits at the end; false where four are there already.
  mutating func append(_ number: Int) -> Bool {
    guard count < Self.longest else { return false }
    packed = packed << 8 | UInt32(truncatingIfNeeded: number & 0xFF)
    length += 1
    return true
  }

  private static let longest = 4
}
