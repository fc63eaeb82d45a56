extension Table {
  /// The documents, a row for each record. The text comes last, so that reading the other columns does not read it.
  static let documents = Table(
    "documents", "A document of a page: a row for each record.", keys: [],
    columns: [
      .document,
      Column("id"),
      Column("title", isOptional: true),
      Column("kind", .text, "kind.label"),
      Column("kind_confidence", .real, "kind.confidence"),
      Column("kind_rule", .text, "kind.rule", isOptional: true),
      Column("script", .text, "script.label"),
      Column("traditional", .integer, "script.traditional"),
      Column("simplified", .integer, "script.simplified"),
      Column("suspect", .integer, "script.suspect"),
      Column("length", .length, "text"),
      Column("uri", .text, "source.uri"),
      Column("place_in_page", .integer, "source.index"),
      Column("label", .text, "source.label", isOptional: true),
      Column("sha256", .text, "source.sha256"),
      Column("media_type", .text, "source.media_type"),
      Column("encoding", .text, "source.encoding"),
      Column("warc_record_id", .text, "source.record_id", isOptional: true),
      Column("warc_date", .text, "source.date", isOptional: true),
      Column("page_title", .text, "source.page.title", isOptional: true),
      Column("page_source", .text, "source.page.source", isOptional: true),
      Column("page_published", .text, "source.page.published", isOptional: true),
      Column("page_set_aside", .integer, "source.page.set_aside", isOptional: true),
      Column("extractor", .text, "extractor.name"),
      Column("extractor_version", .text, "extractor.version"),
    ] + Column.span("title", isOptional: true) + [
      Column("normalized_script", .text, "normalized.script", isOptional: true),
      Column("normalized_title", .text, "normalized.title", isOptional: true),
      Column("normalized_headings", .json, "normalized.headings", isOptional: true),
      Column("normalized_themes", .json, "normalized.themes", isOptional: true),
      Column("normalized_text", .text, "normalized.text", isOptional: true),
      Column("text"),
    ],
    primaryKey: ["document"], indices: [["id"], ["uri"], ["kind"]])

  /// What a document is to the others, where `gangmu dedupe` was asked.
  static let copies = Table(
    "copies", "What a document is to the one that represents its cluster (gangmu dedupe).", keys: ["copy"],
    columns: [
      .document,
      Column("cluster", .integer),
      Column("representative", .document, "representative_row"),
      Column("representative_id", .text, "representative"),
      Column("relation", isOptional: true),
      Column("similarity", .real),
      Column("jaccard", .real, isOptional: true),
      Column("containment", .real, isOptional: true),
      Column("related", .json, isOptional: true),
      Column("changes", .json, isOptional: true),
      Column("restored", .json, isOptional: true),
    ],
    primaryKey: ["document"],
    references: [.document, .init(columns: ["representative"], table: "documents", keys: ["document"])],
    indices: [["cluster"], ["relation"]])

  /// The class of a document, where `gangmu classify apply` was asked.
  static let classes = Table(
    "classes", "The class of a document (gangmu classify apply).", keys: ["class"],
    columns: [
      .document,
      Column("label"),
      Column("probability", .real),
      Column("labels", .json, isOptional: true),
      Column("probabilities", .json, isOptional: true),
      Column("because", .json, isOptional: true),
    ],
    primaryKey: ["document"], references: [.document], indices: [["label"]])
}
