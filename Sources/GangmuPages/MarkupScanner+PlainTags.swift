extension MarkupScanner {
  /// Walks from an element's name to the end of its tag, if that is written plainly, and notes the attributes that nobody
  /// reads.
  ///
  /// A plain tag is one that libxml2 is sure to read in the same way: of attributes with blanks before them, `/` before its
  /// end alone, and no other `<` or `>`. Once a tag is not, libxml2 may take for a value what stands here for a tag, and the
  /// rest of the page stays as it is.
  ///
  /// - Returns: False where it is not plain: nothing is noted then, and the position stays.
  mutating func skipPlainTag() -> Bool {
    let (start, count) = (position, found.count)
    if walkPlainTag() { return true }
    position = start
    found.removeSubrange(count...)
    return false
  }

  private mutating func walkPlainTag() -> Bool {
    guard let element = plainName() else { return false }
    let reading = reading(of: element)
    var attributes = 0
    var hasStyle = false
    var droppedEnd = 0
    while true {
      let end = position
      skip(while: isBlank)
      if current == UInt8(ascii: ">") { return true }
      if current == UInt8(ascii: "/") {
        position += 1
        return current == UInt8(ascii: ">")
      }
      let start = position
      guard start > end, attributes < MarkupRepair.maximumAttributes, let name = plainName(),
        let value = plainValue()
      else { return false }
      attributes += 1
      if isWord(name, "style") {
        // Of two the first counts, even if it says nothing.
        if hasStyle { return false }
        hasStyle = true
        if reading == .all || !styles.contain(value, of: bytes) { continue }
      } else if isRead(name, reading) {
        continue
      }
      if droppedEnd == end, let last = found.popLast() {
        found.append(last.lowerBound..<position)
      } else {
        found.append(start..<position)
      }
      droppedEnd = position
    }
  }

  /// Walks over a name; nil where libxml2 would not take it for one, or not for one alone.
  private mutating func plainName() -> Range<Int>? {
    let start = position
    guard let first = current, isLetter(first) else { return nil }
    skip {
      isLetter($0) || (0x30...0x3A).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ".")
    }
    return position - start < Self.longestName ? start..<position : nil
  }

  /// libxml2 makes several of a longer name.
  private static let longestName = 100

  /// Walks over the value of an attribute, if there is one, and gives it without its quotation marks; nil where it is not
  /// plain.
  private mutating func plainValue() -> Range<Int>? {
    let end = position
    skip(while: isBlank)
    guard current == UInt8(ascii: "=") else {
      position = end
      return end..<end
    }
    position += 1
    skip(while: isBlank)
    guard let quote = current else { return nil }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      skip(while: isUnquoted)
      return start..<position
    }
    let start = position + 1
    position = start
    guard skip(past: quote) else { return nil }
    // Without branches the compiler looks at many bytes at once. `<` and `>` differ by one bit.
    var least: UInt8 = 0xFF
    for byte in UnsafeBufferPointer(rebasing: bytes[start..<position - 1]) {
      least = min(least, byte & ~0x02 ^ UInt8(ascii: "<"))
    }
    return least == 0 ? nil : start..<position - 1
  }

  // MARK: What is read

  /// Which attributes of an element are read, besides its style.
  private enum Reading {
    case all
    /// Those that `HTMLParser` knows.
    case known
    /// Those of an element that holds no blocks: its class and id say nothing.
    case ofInline
  }

  private func reading(of element: Range<Int>) -> Reading {
    switch bytes[element.lowerBound] | 0x20 {
    // Those of elements that stand twice libxml2 reads without handing them over, but for what is wrong in them.
    case UInt8(ascii: "m") where isWord(element, "meta"): .all
    case UInt8(ascii: "h") where isWord(element, "html") || isWord(element, "head"): .all
    case UInt8(ascii: "b") where isWord(element, "body"): .all
    case UInt8(ascii: "a") where element.count == 1: .ofInline
    case UInt8(ascii: "s") where isWord(element, "span"): .ofInline
    default: .known
    }
  }

  private func isRead(_ attribute: Range<Int>, _ reading: Reading) -> Bool {
    if reading == .all { return true }
    return switch bytes[attribute.lowerBound] | 0x20 {
    case UInt8(ascii: "c"): reading == .known && isWord(attribute, "class")
    case UInt8(ascii: "i"): reading == .known && isWord(attribute, "id")
    case UInt8(ascii: "h"): isWord(attribute, "hidden")
    case UInt8(ascii: "f"): isWord(attribute, "face")
    case UInt8(ascii: "b"): isWord(attribute, "border")
    default: false
    }
  }

  private func isWord(_ span: Range<Int>, _ lowercase: StaticString) -> Bool {
    guard span.count == lowercase.utf8CodeUnitCount else { return false }
    return (0..<span.count).allSatisfy { bytes[span.lowerBound + $0] | 0x20 == lowercase.utf8Start[$0] }
  }
}

/// What libxml2 takes for white space in a tag.
private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// Whether a byte may stand in a plain value without quotation marks.
private func isUnquoted(_ byte: UInt8) -> Bool {
  switch byte {
  case ...0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<")...UInt8(ascii: ">"), UInt8(ascii: "]"): false
  default: true
  }
}
