import Glibc

/// Walks over the markup of a page in one pass and notes what `MarkupRepair` is to take out.
struct MarkupScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  var found: [Range<Int>] = []
  /// Whether attributes that nobody reads are to go, and all markup so far was plain (`skipPlainTag`).
  private var isPlain: Bool
  /// The styles met last.
  var styles = SilentStyles()
  /// Where the last end of a CDATA section begins that was looked up; the count of bytes where there is none left.
  private var sectionEnd = 0
  /// False once a `>` was looked for in vain: there is none left to look for.
  private var hasTagEnds = true
  /// Where the content of a `script` or `style` begins that does not end; the count of bytes where there is none.
  private(set) var unendedContent: Int

  init(bytes: UnsafeBufferPointer<UInt8>, dropsAttributes: Bool) {
    self.bytes = bytes
    isPlain = dropsAttributes
    unendedContent = bytes.count
  }

  /// What is to go, in rising order. (The end of a CDATA section may lie in another range.)
  mutating func removals() -> [Range<Int>] {
    while skip(past: UInt8(ascii: "<")) {
      guard let next = current else { break }
      switch next {
      case UInt8(ascii: "!"): scanDeclaration(from: position - 1)
      case UInt8(ascii: "/"): scanEndTag(from: position - 1)
      case UInt8(ascii: "?"): scanInstruction()
      case UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."): isPlain = false
      default: if isLetter(next) { scanStartTag() }
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Notes what was walked over since `start`.
  private mutating func remove(from start: Int) {
    found.append(start..<position)
  }

  /// Moves on to behind the next `>`. Where there is none it stays: a page should not end at a stray mark.
  @discardableResult
  private mutating func skipTag() -> Bool {
    let start = position
    hasTagEnds = hasTagEnds && skip(past: UInt8(ascii: ">"))
    if !hasTagEnds { position = start }
    return hasTagEnds
  }

  private mutating func scanDeclaration(from start: Int) {
    if starts(with: "!-->") || starts(with: "!--->") {
      skipTag()
      remove(from: start)
    } else if starts(with: "!--") {
      position += 3
      while skip(past: UInt8(ascii: "-")) {
        let length = starts(with: "->") ? 2 : starts(with: "-!>") ? 3 : 0
        guard length > 0 else { continue }
        position += length
        remove(from: start)
        break
      }
    } else if starts(with: "![cdata[") {
      position += 8
      remove(from: start)
      removeSectionEnd()
    } else {
      let isDoctype = starts(with: "!doctype")
      let isEnded = skipTag()
      if isDoctype {
        isPlain = isPlain && isEnded && hasPlainQuotes(start..<position)
      } else if isEnded {
        remove(from: start)
      }
    }
  }

  /// Whether all quotation marks of a declaration are double and come in pairs.
  private func hasPlainQuotes(_ declaration: Range<Int>) -> Bool {
    var marks = 0
    for byte in bytes[declaration] {
      if byte == UInt8(ascii: "'") { return false }
      if byte == UInt8(ascii: "\"") { marks += 1 }
    }
    return marks.isMultiple(of: 2)
  }

  private mutating func scanInstruction() {
    // To libxml2 what has no name is text.
    if position + 1 == bytes.count || !isLetter(bytes[position + 1]) { isPlain = false }
    skipTag()
  }

  /// Notes the end of the CDATA section that opened here, if it has one.
  private mutating func removeSectionEnd() {
    guard sectionEnd < position else { return }
    let mark: [UInt8] = [UInt8(ascii: "]"), UInt8(ascii: "]"), UInt8(ascii: ">")]
    sectionEnd = position
    while sectionEnd + mark.count <= bytes.count {
      if bytes[sectionEnd..<sectionEnd + mark.count].elementsEqual(mark) {
        found.append(sectionEnd..<sectionEnd + mark.count)
        return
      }
      sectionEnd += 1
    }
    sectionEnd = bytes.count
  }

  private mutating func scanEndTag(from start: Int) {
    position += 1
    if let next = current, !isLetter(next), skipTag() { remove(from: start) }
  }

  private mutating func scanStartTag() {
    let raw = Self.rawElements.first { starts(with: $0) && endsName(at: position + $0.utf8CodeUnitCount) }
    isPlain = isPlain && skipPlainTag()
    if !isPlain { scanAttributes() }
    guard let raw, position > 0, bytes[position - 1] != UInt8(ascii: "/") else { return }
    let start = position + 1
    while skip(past: UInt8(ascii: "<")) {
      guard current == UInt8(ascii: "/") else { continue }
      position += 1
      if starts(with: raw) {
        position -= 2
        if start < position { remove(from: start) }
        return
      }
    }
    unendedContent = min(start, bytes.count)
  }

  /// The elements whose content is no markup.
  private static let rawElements: [StaticString] = ["script", "style"]

  private func endsName(at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    return isBlank(bytes[offset]) || bytes[offset] == UInt8(ascii: ">") || bytes[offset] == UInt8(ascii: "/")
  }

  /// Walks from an element's name to the end of its tag and notes the attributes beyond the limit.
  private mutating func scanAttributes() {
    skip { !isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    var count = 0
    var firstBeyond: Int?
    while true {
      skip { isBlank($0) || $0 == UInt8(ascii: "/") }
      guard let byte = current, byte != UInt8(ascii: ">") else { break }
      count += 1
      if count == MarkupRepair.maximumAttributes + 1 { firstBeyond = position }
      scanAttribute()
    }
    if let firstBeyond { remove(from: firstBeyond) }
  }

  private mutating func scanAttribute() {
    // The first byte is part of the name whatever it is, so the position moves on.
    position += 1
    skip { !isBlank($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") }
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

  /// Moves on to behind a byte; false where it does not come.
  mutating func skip(past byte: UInt8) -> Bool {
    guard position < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + position, Int32(byte), bytes.count - position)
    else {
      position = bytes.count
      return false
    }
    position = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    return true
  }

  mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  private func starts(with lowercase: StaticString) -> Bool {
    guard position + lowercase.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<lowercase.utf8CodeUnitCount).allSatisfy { index in
      let byte = bytes[position + index]
      return (isLetter(byte) ? byte | 0x20 : byte) == lowercase.utf8Start[index]
    }
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

func isLetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20)
}
