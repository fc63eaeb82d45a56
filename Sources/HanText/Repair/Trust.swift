/// How far what is written can be trusted: the penalty that a word pays for a character in which it differs from it.
struct Trust {
  /// A Simplified line: the character says no more than its Simplified form.
  static let none: UInt32 = 0
  /// A Traditional line that may have been converted wrongly. Less than what a word saves over two characters without one.
  static let doubtful: UInt32 = 50
  /// What is added where the form is not the one that a conversion without a dictionary writes: someone chose it.
  static let chosen: UInt32 = 40
  /// A Traditional line that is right.
  static let full: UInt32 = 100_000

  private let values: UnsafePointer<UInt32>?
  private let value: UInt32

  /// The same trust in every character.
  init(_ value: UInt32) {
    self.value = value
    values = nil
  }

  /// A trust for each character.
  init(_ values: UnsafePointer<UInt32>) {
    self.values = values
    value = 0
  }

  @inline(__always)
  subscript(offset: Int) -> UInt32 { values.map { $0[offset] } ?? value }

  /// Whether some character before an offset has none.
  func isNone(anywhereBelow offset: Int) -> Bool {
    guard let values else { return value == Self.none }
    return UnsafeBufferPointer(start: values, count: offset).contains(Self.none)
  }

  /// The trust in what follows an offset.
  func advanced(by offset: Int) -> Trust {
    values.map { Trust($0 + offset) } ?? self
  }
}
