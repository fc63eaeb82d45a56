import HanText

extension Record {
  /// The record's words in one script. The grounded text stays as the page has it; no span points in here.
  public struct Normalized: Sendable, Hashable, Decodable {
    /// What they were brought to: `hans`, `hant`, `tw`, `twp` or `hk`.
    public var script: String
    /// The title line.
    public var title: String?
    /// The text, line for line.
    public var text: String
    /// The headings of the sections, in their order; null where a section has none.
    public var headings: [String?]
    /// The themes.
    public var themes: [String]

    enum CodingKeys: String, CodingKey {
      case script, title, text, headings, themes
    }
  }

  /// Fills `normalized`: the record's words brought to one script, misconversions put right.
  public mutating func normalize(to target: Reconciler.Target) {
    var reconciler = Reconciler(to: target, repairs: true, sample: FoldedText(text))
    normalized = Normalized(
      script: target.rawValue, title: title.map { reconciler.reconcile(line: $0) },
      text: text.split(separator: "\n", omittingEmptySubsequences: false).map { reconciler.reconcile(line: String($0)) }
        .joined(separator: "\n"),
      headings: sections.map { section in section.heading.map { reconciler.reconcile(line: $0) } },
      themes: themes.map { reconciler.reconcile(line: $0.text) })
  }
}

extension Record.Normalized: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("script", script)
      $0.member("title", title)
      $0.member("text", text)
      $0.member("headings", headings)
      $0.member("themes", themes)
    }
  }
}
