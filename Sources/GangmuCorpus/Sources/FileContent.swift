import Gangmu
import HanText

/// What a file turns out to be: a page, or a container of many.
enum FileContent {
  case page(Result<PageInput, InputFailure>)
  case container(any PageContainer)

  /// Looks at the first bytes of a stream and at its name.
  ///
  /// - Parameters:
  ///   - size: How long the stream is as it is stored, or 0 where that is not known.
  ///   - readsPage: Whether a page is wanted with its bytes, or only that it is one.
  static func open(
    _ stream: any ByteStream, uri: String, size: Int, options: SourceOptions, readsPage: Bool = true
  ) throws(SystemError) -> FileContent {
    // A plain page is read with one byte more than its size says; more than a processor's cache holds is no faster.
    let stored = ByteWindow(stream, capacity: max(1 << 12, min(size + 1, 1 << 18)))
    var window = stored
    var name = uri.lowercased()[...]
    var isCompressed = false
    try window.fill(Self.magicLength)
    if window.bytes.starts(with: [0x1F, 0x8B]) {
      window = ByteWindow(GzipStream(WindowStream(stored)))
      isCompressed = true
    } else if window.bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      window = ByteWindow(ZstdStream(WindowStream(stored)))
      isCompressed = true
    }
    for ending in [".gz", ".zst", ".open"] where name.hasSuffix(ending) { name = name.dropLast(ending.count) }
    try window.fill(Self.magicLength)
    if name.hasSuffix(".warc") || window.bytes.starts(with: "WARC/") {
      return .container(WARCPages(window, uri: uri))
    }
    if window.bytes.starts(with: "filedesc:") { return .container(ARCPages(window, uri: uri)) }
    let fields = JSONLines.Fields(content: options.contentField, id: options.idField)
    var isJSONLines = name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || options.readsJSONLines && uri == "-"
    if !isJSONLines { isJSONLines = try JSONLines.begins(window, fields: fields) }
    if isJSONLines {
      return .container(JSONLines(window, uri: uri, fields: fields))
    }
    if !readsPage, !name.hasSuffix(".zip") { return .page(.success(PageInput(uri: uri, bytes: []))) }
    let limit = isCompressed ? min(PageLimit.bytes, max(1 << 24, size * Self.largestRatio)) : PageLimit.bytes
    // A plain file says beforehand that it is too long.
    guard isCompressed || size <= limit, let bytes = try window.takeAll(limit: limit) else {
      return .page(.failure(tooLarge(uri, limit: limit, isCompressed: isCompressed)))
    }
    if name.hasSuffix(".zip"), bytes.starts(with: [0x50, 0x4B]) { return .container(ZipPages(bytes, uri: uri)) }
    let faults = window.takeFaults()
    if bytes.isEmpty, let fault = faults.first { return .page(.failure(fault.failure(of: uri))) }
    let warnings = faults.map(\.warning) + (bytes.withUnsafeBytes(JSONLines.isJSON) ? [readAsText] : [])
    return .page(.success(PageInput(uri: uri, bytes: bytes, warnings: warnings)))
  }

  /// What is said of a file of JSON whose first line holds no page.
  private static var readAsText: TextWarning {
    TextWarning(
      code: "input.json", span: nil,
      message: "the input is JSON and was read as one page of text; pages are read from JSON Lines, see --field")
  }

  private static func tooLarge(_ uri: String, limit: Int, isCompressed: Bool) -> InputFailure {
    isCompressed
      ? InputFailure(
        uri: uri, stage: .read, code: "input.bomb", message: "unfolds to more than \(limit >> 20) MiB: no page does")
      : InputFailure(uri: uri, stage: .read, code: "input.too_large", message: "more than \(limit >> 30) GiB")
  }

  private static let magicLength = 16
  /// Text shrinks to a twentieth at best; what shrinks to less than this part is made to fill the memory.
  private static let largestRatio = 200
}

extension UnsafeRawBufferPointer {
  /// Whether they begin with a word of ASCII.
  fileprivate func starts(with word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    return count >= length && (0..<length).allSatisfy { self[$0] == word.utf8Start[$0] }
  }
}
