import HanText

/// The bytes of a page as valid UTF-8, without byte order mark and NUL, and what was wrong with them.
struct DecodedBytes {
  private(set) var utf8: [UInt8]
  /// The character set that they were in, by its WHATWG name.
  let encoding: String
  private(set) var warnings: [TextWarning] = []
  /// Whether controls other than tabs and line ends may stand there.
  let holdsControls: Bool

  /// Decodes the bytes of a page.
  ///
  /// - Parameters:
  ///   - survey: That of the bytes.
  ///   - charset: What the source declares beside the page, as HTTP does.
  /// - Throws: `page.encoding` where the page declares a character set of another language and does not look like Chinese.
  init(_ bytes: [UInt8], _ survey: ByteSurvey, charset: String?) throws(PageError) {
    let label = charset ?? DeclaredCharacterSet.inHTML(bytes)
    let declared = label.flatMap(CharacterSet.init(label:))
    let found = CharacterSetDetector.detect(bytes, survey, declared: declared)
    if !found.isLikely, let label, CharacterSet.isForeign(label) {
      throw PageError(code: "page.encoding", message: "the page is in \(label), which is no Chinese character set")
    }
    encoding = found.set.name
    utf8 = found.markLength > 0 ? Array(bytes[found.markLength...]) : bytes
    holdsControls = survey.holdsControls || found.set != .utf8
    if found.set == .utf8 {
      if !found.isValidUTF8 { replaceInvalidUTF8(after: found.markLength) }
    } else {
      decode(as: found.set, after: found.markLength)
    }
    if let label, let declared, declared != found.set, !utf8.allSatisfy({ $0 < 0x80 }) {
      warn("page.charset_differs", "the page declares \(label), its bytes are \(encoding)")
    }
    if let first = firstNUL { dropNULs(first) }
    if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
  }

  private mutating func decode(as set: CharacterSet, after mark: Int) {
    let decoder = LegacyDecoder(utf8, as: set)
    utf8 = decoder.utf8
    guard let first = decoder.firstReplacement else { return }
    warn(
      "page.invalid_bytes",
      "\(decoder.replacements) ill-formed \(set.name) sequence(s) stand as U+FFFD, the first at byte \(first + mark)")
  }

  private mutating func replaceInvalidUTF8(after mark: Int) {
    let repaired = InvalidUTF8.repairing(utf8)
    guard let first = repaired.replacements.firstOffset else { return }
    utf8 = repaired.utf8
    let count = repaired.replacements.count
    warn(
      "page.invalid_utf8", "\(count) ill-formed UTF-8 sequence(s) stand as U+FFFD, the first at byte \(first + mark)")
  }

  private var firstNUL: Int? {
    utf8.withUnsafeBufferPointer { $0.firstOffset(of: 0) }
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
