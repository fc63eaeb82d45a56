/// Blanks the attributes of tags that have more than any real tag.
///
/// libxml2 compares each attribute of a tag with all before it, so one tag of a million attributes would hold it up for
/// hours. The attributes beyond a limit become spaces before it sees them; lines and text stay where they are.
enum AttributeLimit {
  /// The attributes of a tag that are kept.
  static let maximum = 128

  static func apply(to html: inout [UInt8]) {
    let floods = html.withUnsafeBufferPointer { bytes in
      var scanner = TagScanner(bytes: bytes)
      return scanner.floods()
    }
    for flood in floods {
      for offset in flood where html[offset] != UInt8(ascii: "\n") { html[offset] = UInt8(ascii: " ") }
    }
  }
}

/// Finds tags and their attributes the way that libxml2 does, in one pass.
private struct TagScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Where tags have attributes beyond the limit.
  mutating func floods() -> [Range<Int>] {
    var floods: [Range<Int>] = []
    while skip(past: UInt8(ascii: "<")) {
      if starts(with: "!--") {
        while skip(past: UInt8(ascii: "-")), !starts(with: "->") {}
      } else if let first = current, isLetter(first) {
        let isRaw = starts(with: "script") || starts(with: "style")
        if let flood = scanAttributes() { floods.append(flood) }
        if isRaw { skipRawText() }
      }
    }
    return floods
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Moves on to behind a byte; false where it does not come.
  private mutating func skip(past byte: UInt8) -> Bool {
    while position < bytes.count {
      position += 1
      if bytes[position - 1] == byte { return true }
    }
    return false
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  private func starts(with lowercase: StaticString) -> Bool {
    guard position + lowercase.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<lowercase.utf8CodeUnitCount).allSatisfy { index in
      let byte = bytes[position + index]
      return (isLetter(byte) ? byte | 0x20 : byte) == lowercase.utf8Start[index]
    }
  }

  private mutating func skipRawText() {
    while skip(past: UInt8(ascii: "<")) {
      if starts(with: "/script") || starts(with: "/style") { return }
    }
  }

  /// Reads from an element's name to the end of its tag; gives the attributes beyond the limit.
  private mutating func scanAttributes() -> Range<Int>? {
    skip { !isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var count = 0
    var firstBeyond: Int?
    while true {
      skip { isBlank($0) || $0 == UInt8(ascii: "/") }
      guard let byte = current, byte != UInt8(ascii: ">") else { break }
      count += 1
      if count == AttributeLimit.maximum + 1 { firstBeyond = position }
      scanAttribute()
    }
    return firstBeyond.map { $0..<position }
  }

  private mutating func scanAttribute() {
    // The first byte is part of the name whatever it is, so the position moves on.
    position += 1
    skip { !isBlank($0) && ![UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains($0) }
    skip(while: isBlank)
    guard current == UInt8(ascii: "=") else { return }
    position += 1
    skip(while: isBlank)
    guard let quote = current else { return }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      _ = skip(past: quote)
    } else {
      skip { !isBlank($0) && $0 != UInt8(ascii: ">") }
    }
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

private func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20)
}
