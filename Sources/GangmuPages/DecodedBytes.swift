import HanText

/// The bytes of a page as valid UTF-8, without byte order mark and NUL, and what was wrong with them.
///
/// Other character sets (issue 7) are detected and decoded here; what comes after sees UTF-8 alone.
struct DecodedBytes {
  private(set) var utf8: [UInt8]
  /// The character set that they were in, by its WHATWG name.
  let encoding = "utf-8"
  private(set) var warnings: [TextWarning] = []

  /// Decodes the bytes of a page.
  ///
  /// - Parameter charset: What the source declares beside the page, as HTTP does.
  /// - Throws: `page.encoding` where the bytes are in another character set than UTF-8 for certain.
  init(_ bytes: [UInt8], charset: String?) throws(PageError) {
    if Self.hasUTF16Mark(bytes) {
      throw PageError(code: "page.encoding", message: "the page is in UTF-16, which is not read yet")
    }
    utf8 = bytes
    if !Self.isValid(bytes) {
      if let label = charset ?? DeclaredCharacterSet.inHTML(bytes), !DeclaredCharacterSet.isUTF8(label) {
        throw PageError(
          code: "page.encoding", message: "the page declares the character set \(label), which is not read yet")
      }
      replaceInvalid()
    }
    if let first = bytes.firstIndex(of: 0) { dropNULs(first) }
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
  }

  /// Whether bytes begin with the byte order mark of UTF-16 in either order.
  static func hasUTF16Mark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  private static func isValid(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private mutating func replaceInvalid() {
    let repaired = InvalidUTF8.repairing(utf8)
    utf8 = repaired.utf8
    guard let first = repaired.replacements.firstOffset else { return }
    let count = repaired.replacements.count
    warn("page.invalid_utf8", "\(count) ill-formed UTF-8 sequence(s) stand as U+FFFD, the first at byte \(first)")
  }

  private mutating func dropNULs(_ first: Int) {
    let count = utf8.count
    utf8.removeAll { $0 == 0 }
    warn("page.nul_bytes", "\(count - utf8.count) NUL byte(s) dropped, the first at byte \(first)")
  }

  private mutating func warn(_ code: String, _ message: String) {
    warnings.append(TextWarning(code: code, span: nil, message: message))
  }
}
