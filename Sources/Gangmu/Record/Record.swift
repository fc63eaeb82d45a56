/// The record of one document: the contract `gangmu.document/1`, field for field.
///
/// Every span is `[start, end)` counted in Unicode scalars of `text`, and the value beside it is what stands there, byte
/// for byte. `nil` means "not stated"; an empty array means "looked for and not there". `RecordSchema.json` is the same
/// contract as a JSON Schema.
public struct Record: Sendable, Hashable {
  /// The name and version of the contract.
  public static let format = "gangmu.document/1"

  /// `gangmu.document/1`.
  public var format: String
  /// The stable id of the content: copies that differ in script, width or layout alone have the same.
  public var id: String
  /// The page, and the document's place in it.
  public var source: Source
  /// The title line as it stands.
  public var title: String?
  /// Where the title stands.
  public var titleSpan: Range<Int>?
  /// What kind of document it is.
  public var kind: Kind
  /// Which script it is written in.
  public var script: Script
  /// The cleaned text, one block a line.
  public var text: String
  /// The outline, flat, in reading order.
  public var sections: [Section]
  /// The lines without a number that begin with a label, in reading order.
  public var labels: [Label]
  /// Number, addressee, attachments, sign-off and notes, in reading order.
  public var parts: [Part]
  /// What the campaign is about, in its own words.
  public var themes: [Theme]
  /// Every calendar expression that states when something happens or is due.
  public var dates: [Date]
  /// Who does what, one entry for each actor.
  public var responsibilities: [Responsibility]
  /// The documents cited.
  public var citations: [Citation]
  /// Whom to turn to.
  public var contacts: [Contact]
  /// Slogans (口號, 標語), where they are given as such.
  public var slogans: [Statement]
  /// Whom it is for, in its own words.
  public var audience: [Statement]
  /// Where it takes place.
  public var places: [Statement]
  /// What it costs and who pays.
  public var budget: [Statement]
  /// What can be won.
  public var awards: [Statement]
  /// What is attached.
  public var attachments: [Attachment]
  /// What a reader of the record should know.
  public var warnings: [Warning]
  /// What was taken out of the text.
  public var noise: [Noise]
  /// What was taken out of lines of the text.
  public var repairs: [Repair]
  /// Where the text stood in the page; nil unless it was asked for.
  public var sourceMap: [SourceSegment]?
  /// The program that made the record.
  public var extractor: Extractor
  /// The record's words in one script, where that was asked for.
  public var normalized: Normalized?
}

extension Record {
  /// The record as JSON in UTF-8, keys in the order of the contract, without a line end. Equal records give equal bytes.
  public func json(_ layout: JSONLayout = .line) -> [UInt8] {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes, layout)
    return bytes
  }

  /// Appends the record as JSON. See `json(_:)`.
  public func appendJSON(to bytes: inout [UInt8], _ layout: JSONLayout = .line) {
    // All else in a record takes about twice as many bytes as its text.
    let expected = 3 * text.utf8.count + 4096
    var writer = JSONWriter(appendingTo: exchange(&bytes, with: []), layout: layout, expecting: expected)
    write(to: &writer)
    bytes = writer.bytes
  }
}

extension Record: Decodable, JSONWritable {
  enum CodingKeys: String, CodingKey {
    case format, id, source, title, kind, script, text, sections, labels, parts, themes, dates, responsibilities
    case citations, contacts, slogans, audience, places, budget, awards, attachments, warnings, noise, repairs,
      extractor
    case normalized
    case titleSpan = "title_span"
    case sourceMap = "source_map"
  }

  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("format", format)
      $0.member("id", id)
      $0.member("source", source)
      $0.member("title", title)
      $0.member("title_span", titleSpan)
      $0.member("kind", kind)
      $0.member("script", script)
      $0.member("text", text)
      $0.member("sections", sections)
      $0.member("labels", labels)
      $0.member("parts", parts)
      $0.member("themes", themes)
      $0.member("dates", dates)
      $0.member("responsibilities", responsibilities)
      $0.member("citations", citations)
      $0.member("contacts", contacts)
      $0.member("slogans", slogans)
      $0.member("audience", audience)
      $0.member("places", places)
      $0.member("budget", budget)
      $0.member("awards", awards)
      $0.member("attachments", attachments)
      $0.member("warnings", warnings)
      $0.member("noise", noise)
      $0.member("repairs", repairs)
      if let sourceMap { $0.member("source_map", sourceMap) }
      $0.member("extractor", extractor)
      if let normalized { $0.member("normalized", normalized) }
    }
  }
}
