extension JSONScanner {
  /// Reads a long string: room is made at once for the rest of the bytes, which it is hardly shorter than.
  mutating func longString(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONFailure) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count - offset)
    try string(into: &result)
    return result
  }
}
