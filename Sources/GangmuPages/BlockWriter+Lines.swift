import Glibc

extension BlockWriter {
  /// Appends text whose white space stands for itself and whose line ends close blocks: a text file, or HTML's `pre`. Of a
  /// text file it counts what stands before a block in its line.
  mutating func appendLines(_ bytes: UnsafeBufferPointer<UInt8>, isTextFile: Bool = false) {
    var start = 0
    while start < bytes.count {
      // Some lines together: nearly all hold no special scalar but the line ends.
      let end = bytes.endOfLine(from: min(start + 4096, bytes.count - 1))
      let lines = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if SpecialScalar.mayStand(in: lines) {
        appendCleaning(lines, isTextFile)
      } else {
        appendClean(lines, isTextFile: isTextFile)
      }
      start = end
    }
  }

  /// Appends lines without special scalars, but for `\n` and `\r\n` at their ends.
  mutating func appendClean(_ bytes: UnsafeBufferPointer<UInt8>, isTextFile: Bool) {
    var start = 0
    while start < bytes.count {
      let end = bytes.endOfLine(from: start)
      var textEnd = end
      if bytes[end - 1] == UInt8(ascii: "\n") {
        textEnd -= 1
        if textEnd > start, bytes[textEnd - 1] == UInt8(ascii: "\r") { textEnd -= 1 }
      }
      while isAtBlockStart, start < textEnd, case let width = SpaceScalar.width(at: start, in: bytes), width > 0 {
        start += width
        if isTextFile { column += 1 }
      }
      if start < textEnd { append(UnsafeBufferPointer(rebasing: bytes[start..<textEnd])) }
      if textEnd < end {
        endBlock()
        line += 1
        column = 0
      }
      start = end
    }
  }

  /// Appends any lines.
  private mutating func appendCleaning(_ bytes: UnsafeBufferPointer<UInt8>, _ isTextFile: Bool) {
    // The column behind the last soft end of the line, and where that stands: each byte is counted once.
    var softEnd = (offset: 0, column: 0)
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
        softEnd = (offset, 0)
      case .softLineEnd:
        endBlock()
        offset += 1
        if isTextFile {
          column = softEnd.column + bytes[softEnd.offset..<offset].count { !UTF8.isContinuation($0) }
          softEnd = (offset, column)
        }
      case .dropped(let width):
        drop(UnsafeBufferPointer(rebasing: bytes[offset..<offset + width]))
        offset += width
        if isTextFile, isAtBlockStart { column += 1 }
      case nil: break
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the line that holds an offset ends, behind its `\n`, or the end of all.
  fileprivate func endOfLine(from offset: Int) -> Int {
    guard let base = baseAddress, let found = memchr(base + offset, 0x0A, count - offset) else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
  }
}
