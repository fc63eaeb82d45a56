extension BlockWriter {
  /// Appends text whose white space stands for itself and whose line ends close blocks: a text file, or HTML's `pre`. Of a
  /// text file it counts what stands before a block in its line.
  mutating func appendLines(_ bytes: UnsafeBufferPointer<UInt8>, isTextFile: Bool = false) {
    var lineStart = 0
    var offset = 0
    while offset < bytes.count {
      if isAtBlockStart, case let width = SpaceScalar.width(at: offset, in: bytes), width > 0 {
        offset += width
        if isTextFile { column += 1 }
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
        column = 0
        lineStart = offset
      case .softLineEnd:
        endBlock()
        offset += 1
        if isTextFile { column = bytes[lineStart..<offset].count { !UTF8.isContinuation($0) } }
      case .dropped(let width):
        drop(UnsafeBufferPointer(rebasing: bytes[offset..<offset + width]))
        offset += width
        if isTextFile, isAtBlockStart { column += 1 }
      case nil: break
      }
    }
  }
}
