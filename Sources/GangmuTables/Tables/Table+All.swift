extension Table {
  /// All tables of a dataset, those that are referred to first.
  public static let all: [Table] = [
    documents, sections, dates, themes, responsibilities, citations, contacts, statements, attachments, labels, parts,
    warnings, noise, repairs, sourceMap, copies, classes,
  ]

  static let sections = Table(
    "sections", "A numbered part of a document, in reading order.",
    columns: [
      .document,
      Column("section", .integer, "id"),
      Column("parent", .integer, isOptional: true),
      Column("level", .integer),
      Column("marker"),
      Column("numbering"),
      Column("ordinal", .integer),
      Column("inline", .boolean),
      Column("heading", isOptional: true),
      Column("role"),
    ] + Column.span() + Column.span("heading", isOptional: true) + Column.span("body", isOptional: true),
    primaryKey: ["document", "section"], references: [.document, .section("parent")], indices: [["role"]])

  static let dates = list(
    "dates", "A calendar expression.",
    columns: [
      Column("text"), Column("role"),
      Column("edtf", isOptional: true), Column("first", isOptional: true), Column("last", isOptional: true),
      Column("time", isOptional: true), Column("rrule", isOptional: true),
      Column("year", .integer, isOptional: true), Column("year_candidates", .json, isOptional: true),
      Column("evidence", .json, isOptional: true), .section,
    ] + Column.span() + [.rule, .confidence],
    indices: [["role"], ["edtf"]])

  static let themes = list(
    "themes", "What the campaign is about, in its own words.",
    columns: [Column("text"), .section] + Column.span() + [.rule, .confidence], indices: [["text"]])

  static let responsibilities = list(
    "responsibilities", "Who does what: a row for each actor.",
    columns: [
      Column("role"), Column("actor", .text, "actor.text"), Column("actor_kind", .text, "actor.kind"),
      Column("task", .text, "task.text", isOptional: true),
      Column("task_section", .integer, "task.section", isOptional: true),
      Column("due", .integer, isOptional: true),
    ] + Column.span("actor", "actor.span") + Column.span("task", "task.span", isOptional: true) + [.rule, .confidence],
    references: [.section("task_section"), .date("due")], indices: [["actor"], ["role"]])

  static let citations = list(
    "citations", "A document cited.",
    columns: [
      Column("text", isOptional: true), Column("title", isOptional: true), Column("number", isOptional: true),
    ] + Column.span() + Column.span("title", isOptional: true) + Column.span("number", isOptional: true)
      + [.rule, .confidence],
    indices: [["title"], ["number"]])

  static let contacts = list(
    "contacts", "Whom to turn to.",
    columns: [
      Column("name", isOptional: true), Column("phone", isOptional: true), Column("email", isOptional: true),
      Column("address", isOptional: true),
    ] + ["name", "phone", "email", "address"].flatMap { Column.span($0, isOptional: true) } + [.rule, .confidence])

  static let statements = list(
    "statements", "A slogan, or what is said of audience, places, budget or awards; `field` tells which.",
    keys: ["slogans", "audience", "places", "budget", "awards"],
    columns: [Column("text"), .section] + Column.span() + [.rule, .confidence], indices: [["field"]])

  static let attachments = list(
    "attachments", "A name in the list of attachments.",
    columns: [Column("text"), Column("number", .integer, isOptional: true)] + Column.span() + [.rule, .confidence])

  static let labels = list(
    "labels", "A line without a number that begins with a label.",
    columns: [Column("label"), Column("value", isOptional: true), .section] + Column.span("label")
      + Column.span("value", isOptional: true),
    indices: [["label"]])

  static let parts = list(
    "parts", "A part of an official document beside title and text.",
    columns: [Column("kind"), Column("text")] + Column.span(), indices: [["kind"]])

  static let warnings = list(
    "warnings", "What a reader of the record should know.",
    columns: [Column("code"), Column("message")] + Column.span(isOptional: true), indices: [["code"]])

  static let noise = list(
    "noise", "What was taken out of the text.",
    columns: [Column("rule"), Column("text"), Column("offset", .integer)], indices: [["rule"]])

  static let repairs = list(
    "repairs", "What was taken out of lines of the text.",
    columns: [Column("rule"), Column("removed"), Column("offset", .integer)])

  static let sourceMap = list(
    "source_map", "Where a stretch of the text stood in the page.",
    columns: [Column("offset", .integer), Column("source", .integer), Column("count", .integer)])
}
