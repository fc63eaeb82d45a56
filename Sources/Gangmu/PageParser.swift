import GangmuDates
import GangmuFields
import GangmuOutline
import GangmuPages
import HanText

/// Reads a page into the records of its documents.
///
///     let parser = PageParser()
///     for record in try parser.records(in: PageInput(uri: "plan.html", bytes: bytes)) {
///       print(record.title ?? "", record.themes.map(\.text))
///     }
///
/// Making a parser builds its rule tables, so make one and keep it. It has no state: use it from any number of threads.
public struct PageParser: Sendable {
  private let pages = PageReader()
  private let outlines = OutlineReader()
  private let dates: DateReader
  private let fields: FieldReader

  /// Tells the kind of a document where no rule does, and how sure that is, in 0…1; nil where it cannot tell either.
  public typealias KindJudge = @Sendable (OutlinedDocument, DocumentFields) -> (kind: DocumentKind, confidence: Double)?

  /// Who is asked for the kind of a document where the rules are silent. What it says stands in the record with the rule
  /// `kind.model`.
  public var kindJudge: KindJudge?

  /// Makes a parser; `dates` is what reads the dates, with a reference date or further yearly series where they are known,
  /// and `fields` what reads all else, with a lexicon of the user's where there is one.
  public init(dates: DateReader = DateReader(), fields: FieldReader = FieldReader()) {
    self.dates = dates
    self.fields = fields
  }

  /// The records of a page, one for each of its documents, in reading order; at least one.
  ///
  /// The day on which the page says that it was published, and that on which its archive says that it was fetched
  /// (`PageInput.date`), bound the years of its dates, unless the reader of the dates was made with such a day.
  ///
  /// Takes time and memory in proportion to the page, whatever its bytes.
  /// - Throws: `PageError` where the bytes are no page or hold no text: `page.empty`, `page.binary`, `page.no_text`.
  public func records(in input: PageInput) throws(PageError) -> [Record] {
    var records: [Record] = []
    for document in try documents(in: input) { records.append(Record(document)) }
    return records
  }

  /// The records of a page given as bytes. See `records(in:)`.
  public func records(bytes: [UInt8], uri: String, mediaType: String? = nil) throws(PageError) -> [Record] {
    try records(in: PageInput(uri: uri, bytes: bytes, mediaType: mediaType))
  }

  /// The documents of a page before they become records, with their blocks and line numbers; at least one.
  ///
  /// - Throws: As `records(in:)`.
  public func documents(in input: PageInput) throws(PageError) -> [ParsedDocument] {
    let documents = self.documents(of: try page(in: input), input)
    guard !documents.isEmpty else { throw PageError(code: "page.no_text", message: "the page holds no text") }
    return documents
  }

  /// The page as text in blocks, with what was set aside: the step before its documents are found.
  ///
  /// - Throws: As `records(in:)`.
  public func page(in input: PageInput) throws(PageError) -> Page {
    try pages.read(input.bytes, mediaType: input.mediaType)
  }

  /// The calendar expressions of a page in the order of its lines, those outside its documents too; none where it has none.
  ///
  /// - Throws: As `records(in:)`.
  public func dates(in input: PageInput) throws(PageError) -> [PageDate] {
    let page = try self.page(in: input)
    return PageDate.dates(
      of: page,
      read: dates.dates(
        in: page.content.text, bound: YearBound(published: page.particulars.published, fetched: input.date)
      ).dates,
      documents: documents(of: page, input),
      path: input.uri)
  }

  /// The documents of a page that was read.
  package func documents(of page: Page, _ input: PageInput) -> [ParsedDocument] {
    let sha256 = SHA256.hexDigest(of: input.bytes)
    // A page's warnings are about bytes before they were parted into documents, so each document hears all of them
    // and none has a span for them.
    let pageWarnings =
      (input.warnings + page.warnings).map { TextWarning(code: $0.code, span: nil, message: $0.message) }
    let bound = YearBound(published: page.particulars.published, fetched: input.date)
    let said = Record.Source.Page(
      title: page.title, source: page.particulars.source, published: page.particulars.published,
      setAside: page.noise.reduce(0) { $0 + $1.text.unicodeScalars.count })
    return outlines.documents(in: page.content, title: page.title).enumerated().map { index, outline in
      let source = Record.Source(
        uri: input.uri, sha256: sha256, mediaType: page.mediaType, encoding: page.encoding, index: index,
        label: outline.label, recordID: input.recordID, date: input.date, page: said)
      let (dates, dateWarnings) = dates.dates(in: outline.text, bound: bound)
      var fields = fields.fields(of: outline, dates: dates)
      if fields.kindConfidence <= DocumentFields.silentConfidence, let told = kindJudge?(outline, fields),
        told.confidence > fields.kindConfidence
      {
        (fields.kind, fields.kindConfidence, fields.kindRule) = (told.kind, told.confidence, "kind.model")
      }
      return ParsedDocument(
        source: source, outline: outline, dates: dates, fields: fields,
        warnings: pageWarnings + outline.warnings + dateWarnings + fields.warnings,
        pageNoise: index == 0 ? page.noise : [],
        repairs: page.repairs(of: outline.text))
    }
  }
}
