extension BlockWriter {
  /// Appends text of HTML: each run of ASCII white space is one space, or none at the ends of a block.
  mutating func appendCollapsing(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte.isHTMLWhiteSpace {
        if byte == UInt8(ascii: "\n") { line += 1 }
        appendSpace(byte == UInt8(ascii: "\n") ? .lineEnd : .space)
        offset += 1
        continue
      }
      if isAtBlockStart, case let width = SpaceScalar.width(at: offset, in: bytes), width > 0 {
        offset += width
        continue
      }
      var end = offset
      let special = SpecialScalar.next(in: bytes, from: &end, orWhiteSpace: true)
      if end > offset {
        let run = UnsafeBufferPointer(rebasing: bytes[offset..<end])
        flushSpace(before: pending == .none ? nil : Unicode.Scalar(decoding: run))
        append(run)
        offset = end
      }
      switch special {
      case .lineEnd(let width):
        // White space was dealt with above, so this is U+0085, U+2028 or U+2029.
        endBlock()
        offset += width
      case .softLineEnd: offset += 1
      case .dropped(let width):
        drop(UnsafeBufferPointer(rebasing: bytes[offset..<offset + width]))
        offset += width
      case nil: break
      }
    }
  }

  /// Appends text of HTML that has neither white space of ASCII nor a `SpecialScalar`.
  ///
  /// - Returns: How many scalars it has.
  mutating func appendRun(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    var spaces = 0
    while isAtBlockStart, start < bytes.count, case let width = SpaceScalar.width(at: start, in: bytes), width > 0 {
      start += width
      spaces += 1
    }
    guard start < bytes.count else { return spaces }
    let text = UnsafeBufferPointer(rebasing: bytes[start...])
    if pending != .none { flushSpace(before: Unicode.Scalar(decoding: text)) }
    return spaces + append(text)
  }
}

extension UInt8 {
  /// What HTML collapses: ASCII white space. U+00A0 and U+3000 stay.
  @inline(__always)
  var isHTMLWhiteSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 || self == 0x0C }
}
