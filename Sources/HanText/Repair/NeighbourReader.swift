/// The folds of the characters beside a place in valid UTF-8.
struct NeighbourReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private let fold = FoldTable.shared

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The fold of the character that ends before a byte; a line end before the first.
  func unit(before byte: Int) -> FoldUnit {
    if byte >= 3, bytes[byte &- 3] & 0xF0 == 0xE0 { return fold.units[Int(bytes.threeByteScalar(at: byte &- 3))] }
    var start = byte
    while start > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { break }
    }
    return start < byte ? unit(at: start) : "\n"
  }

  /// The fold of the character that begins at a byte; a line end behind the last.
  func unit(at byte: Int) -> FoldUnit {
    guard byte < bytes.count else { return "\n" }
    if bytes[byte] & 0xF0 == 0xE0 { return fold.units[Int(bytes.threeByteScalar(at: byte))] }
    return fold.fold(code: scalar(at: byte))
  }

  /// The character that begins at a byte.
  func scalar(at byte: Int) -> UInt32 {
    var scalar: UInt32 = 0
    let end = min(byte + UTF8.width(ofLead: bytes[byte]), bytes.count)
    forEachScalar(UnsafeBufferPointer(rebasing: bytes[byte..<end])) { scalar = $0 }
    return scalar
  }
}
