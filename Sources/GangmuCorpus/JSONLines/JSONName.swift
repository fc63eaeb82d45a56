/// The name of a member that is looked for in many objects: its bytes lie in the value itself, so that comparing it with a key
/// counts no references.
package struct JSONName: Sendable {
  private let bytes: InlineArray<32, UInt8>
  private let count: Int

  /// Makes a name of at most 32 bytes of UTF-8.
  package init(_ name: String) {
    precondition(name.utf8.count <= 32, "a longer name than any member has")
    var bytes = InlineArray<32, UInt8>(repeating: 0)
    for (index, byte) in name.utf8.enumerated() { bytes[index] = byte }
    (self.bytes, count) = (bytes, name.utf8.count)
  }

  /// The name as a string.
  package var string: String { String(decoding: (0..<count).map { bytes[$0] }, as: UTF8.self) }

  func isSame(as written: UnsafeBufferPointer<UInt8>) -> Bool {
    guard written.count == count else { return false }
    for index in 0..<count where written[index] != bytes[index] { return false }
    return true
  }
}
