/// Why bytes are no JSON, or not the JSON that is wanted.
package struct JSONFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// One phrase for people.
  package let reason: String
  /// The offset of the byte at which it showed.
  package let offset: Int

  package init(reason: String, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  package var description: String { "\(reason), at byte \(offset)" }
}
