internal import CLibXML2
import Glibc

/// Runs libxml2's HTML parser over a page and hands its events to an `HTMLBlockReader`.
///
/// All of the C library is behind this file. It is used as a stream of events (SAX), so no tree is built: nesting costs
/// no recursion, and time and memory stay linear in the page. libxml2 keeps nothing between two runs but its own global
/// tables, which are set up once before the first, so pages may be read on several threads.
struct HTMLParser: ~Copyable {
  /// The longest page that libxml2 takes, in bytes.
  static let maximumLength = Int(Int32.max)

  /// How deep elements may nest before they are closed as soon as they open. Browsers stop at 512 too. libxml2 walks up
  /// the open elements at each end tag, so without a bound a page of unclosed tags would take time in the square of its size.
  static let maximumDepth = 512

  /// How many names one table of libxml2's takes.
  private static let maximumNames: Int32 = 8192

  var reader: HTMLBlockReader
  private var elementsCut = 0
  /// Whether a reference without its semicolon was met, whose texts are still to come.
  private var awaitsReference = false
  private var retiredNames: [xmlDictPtr] = []
  private let context: htmlParserCtxtPtr
  let skeleton: MarkupSkeleton
  /// The bytes of the page.
  private let source: UnsafeBufferPointer<UInt8>
  /// The hints of the classes and ids met so far, by their hash.
  var hints: [UInt64: ElementHint] = [:]

  /// What the names met last say, each in a slot by its address.
  private var names = [(address: UnsafePointer<xmlChar>, facts: HTMLElement.Facts)?](
    repeating: nil, count: HTMLParser.knownNames)

  private init(
    _ reader: HTMLBlockReader, context: htmlParserCtxtPtr, skeleton: MarkupSkeleton, source: UnsafeBufferPointer<UInt8>
  ) {
    self.reader = reader
    self.context = context
    self.skeleton = skeleton
    self.source = source
  }

  deinit {
    htmlFreeParserCtxt(context)
    for names in retiredNames { xmlDictFree(names) }
  }

  /// Parses a page.
  ///
  /// - Parameters:
  ///   - page: Of valid UTF-8 without NUL; its markup has at most `maximumLength` bytes.
  ///   - reader: What takes the events.
  /// - Returns: The reader after the last event, and how many elements stood deeper than `maximumDepth`; nil where
  ///   libxml2 has no memory left.
  static func parse(
    _ page: MarkupSkeleton, into reader: HTMLBlockReader
  ) -> (reader: HTMLBlockReader, elementsCut: Int)? {
    _ = library
    return page.source.withUnsafeBufferPointer { source -> (HTMLBlockReader, Int)? in
      let context = page.markup.withUnsafeBytes { markup in
        htmlCreateMemoryParserCtxt(markup.bindMemory(to: CChar.self).baseAddress, Int32(clamping: markup.count))
      }
      guard let context else { return nil }
      var parser = HTMLParser(reader, context: context, skeleton: page, source: source)
      // The events come through this pointer, and nothing else touches the parser until the last has come.
      withUnsafeMutablePointer(to: &parser) { run(context, for: $0) }
      return (parser.reader, parser.elementsCut)
    }
  }

  private static let library: Void = xmlInitParser()

  private static func run(_ context: htmlParserCtxtPtr, for parser: UnsafeMutablePointer<HTMLParser>) {
    let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    var events = htmlSAXHandler()
    events.startElement = { HTMLParser.of($0)?.pointee.start($1, $2) }
    events.endElement = { data, _ in HTMLParser.of(data)?.pointee.reader.end() }
    events.characters = { HTMLParser.of($0)?.pointee.text($1, $2) }
    events.ignorableWhitespace = { HTMLParser.of($0)?.pointee.text($1, $2) }
    events.processingInstruction = { data, _, _ in HTMLParser.of(data)?.pointee.renewNames() }
    // libxml2 hands errors to `serror` where it takes the handlers for those of SAX 2; then none reaches standard error.
    events.initialized = UInt32(XML_SAX2_MAGIC)
    events.serror = { data, error in
      guard let error else { return }
      HTMLParser.of(data)?.pointee.error(error.pointee.code, error.pointee.str1)
    }
    context.pointee.sax.pointee = events
    context.pointee.userData = UnsafeMutableRawPointer(parser)
    context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
    _ = htmlParseDocument(context)
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLParser>? {
    data?.assumingMemoryBound(to: HTMLParser.self)
  }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name else { return }
    renewNames()
    let tag = facts(of: name)
    if tag.isMeta { readMeta(attributes) }
    let said = read(attributes, of: tag.element)
    // What was wrong in an attribute has no text to come.
    awaitsReference = false
    // WeChat and others hide an article until their script has run.
    reader.start(
      tag.element, isHidden: said.isHidden && !said.hint.contains(.content), hint: said.hint.union(tag.hint),
      name: said.name)
    let depth = Int(context.pointee.nameNr)
    // What is void is closed at once anyhow, and script and style must be open to be read as raw text.
    guard depth > Self.maximumDepth, let names = context.pointee.nameTab, !Self.isVoidOrRaw(name) else { return }
    elementsCut += 1
    context.pointee.nameNr = Int32(depth - 1)
    context.pointee.name = names[depth - 2]
    reader.end()
  }

  private mutating func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let start, let input = context.pointee.input else { return }
    renewNames()
    var text = UnsafeBufferPointer(start: start, count: Int(count))
    if awaitsReference {
      if count == 1, start[0] == UInt8(ascii: "&") { return }
      awaitsReference = false
      text = readReference(text)
    }
    // libxml2 has read past the text by now.
    let line = max(1, Int(input.pointee.line) - text.lineEnds)
    if skeleton.hasMarks { read(text, line: line) } else { reader.text(text, line: line) }
  }

  /// Reads a text that may hold marks.
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
    var line = line
    // What goes on behind a part of a text goes on in its line.
    var goesOn = false
    var parts = MarkupText(text)
    while let part = parts.next() {
      switch part {
      case .literal(let span, let isWhole):
        let literal = UnsafeBufferPointer(rebasing: text[span])
        reader.text(literal, line: goesOn ? nil : line, isWhole: isWhole)
        if span.count < text.count { line += literal.lineEnds }
        goesOn = true
      case .run(let number):
        let run = UnsafeBufferPointer(rebasing: source[skeleton.runs[number]])
        reader.run(run, line: goesOn ? nil : line, isPlain: skeleton.isPlain)
        goesOn = true
      case .reference(let scalar):
        reader.reference(scalar, line: line)
        goesOn = false
      }
    }
  }

  /// Mends two errors that browsers mend in another way than libxml2.
  private mutating func error(_ code: Int32, _ detail: UnsafePointer<CChar>?) {
    renewNames()
    switch code {
    case Int32(XML_ERR_TAG_NAME_MISMATCH.rawValue):
      // An end tag of `br` or `p` that nothing opened is a line break, not nothing (HTML standard, 13.2.6.4.7).
      guard let detail else { return }
      let name = String(cString: detail)
      guard name == "br" || name == "p" else { return }
      reader.start(.lineBreak, isHidden: false)
      reader.end()
    case Int32(XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue):
      // Two texts follow: `&`, and what may have been meant as a name.
      awaitsReference = true
    default: break
    }
  }

  /// Gives libxml2 a new table of names when the old one is full.
  ///
  /// It keeps each name that it meets in a hash table of fixed size, which a page of a million made-up names would turn
  /// into a slow list. Names in the old table are still in use, so it stays until the page is read.
  private mutating func renewNames() {
    guard let names = context.pointee.dict, xmlDictSize(names) > Self.maximumNames, let new = xmlDictCreate() else {
      return
    }
    retiredNames.append(names)
    context.pointee.dict = new
  }

  /// Reads `nbsp` of `&nbsp活動`: entities of Latin-1 need no semicolon (HTML standard, 13.2.5.73). Those of spaces
  /// (`&ensp活動`) are read without one too: nobody means the word.
  ///
  /// - Parameter text: What stands behind an ampersand.
  /// - Returns: What is left of it to read.
  private mutating func readReference(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    for length in (2...6).reversed() where length <= text.count {
      let name = Array(text.prefix(length)) + [0]
      guard let entity = htmlEntityLookup(name),
        entity.pointee.value < 0x100 || Self.spaces.contains(entity.pointee.value)
      else { continue }
      guard let scalar = Unicode.Scalar(entity.pointee.value) else { continue }
      write(Array(String(scalar).utf8))
      return UnsafeBufferPointer(rebasing: text[length...])
    }
    write([UInt8(ascii: "&")])
    return text
  }

  /// `ensp`, `emsp` and `thinsp`.
  private static let spaces: Set<UInt32> = [0x2002, 0x2003, 0x2009]

  private mutating func write(_ text: [UInt8]) {
    let line = Int(context.pointee.input?.pointee.line ?? 1)
    text.withUnsafeBufferPointer { reader.text($0, line: line) }
  }

  /// What an element's name says. libxml2 keeps each name once, at an address that stays while the page is read.
  private mutating func facts(of name: UnsafePointer<xmlChar>) -> HTMLElement.Facts {
    let slot =
      Int(truncatingIfNeeded: UInt(bitPattern: name) >> 1 ^ UInt(bitPattern: name) >> 8) & (Self.knownNames - 1)
    if let known = names[slot], known.address == name { return known.facts }
    let facts = HTMLElement.Facts(named: Self.bytes(name))
    names[slot] = (name, facts)
    return facts
  }

  /// How many names are kept at hand, a power of two.
  private static let knownNames = 256

  private static func isVoidOrRaw(_ name: UnsafePointer<xmlChar>) -> Bool {
    if let element = htmlTagLookup(name), element.pointee.empty != 0 { return true }
    return bytes(name).elementsEqual("script".utf8) || bytes(name).elementsEqual("style".utf8)
  }

  static func bytes(_ string: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: string, count: Int(xmlStrlen(string)))
  }
}
