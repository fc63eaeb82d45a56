extension BlockWriter {
  /// Appends text whose white space stands for itself and whose line ends close blocks: a text file, or HTML's `pre`.
  mutating func appendLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      if isAtBlockStart, case let width = SpaceScalar.width(at: offset, in: bytes), width > 0 {
        offset += width
        continue
      }
      let start = offset
      let special = SpecialScalar.next(in: bytes, from: &offset)
      if offset > start { append(UnsafeBufferPointer(rebasing: bytes[start..<offset])) }
      switch special {
      case .lineEnd(let width):
        endBlock()
        offset += width
        line += 1
      case .softLineEnd:
        endBlock()
        offset += 1
      case .dropped(let width): offset += width
      case nil: break
      }
    }
  }
}
