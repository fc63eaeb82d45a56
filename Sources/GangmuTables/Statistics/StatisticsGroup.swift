/// A question of how often the values of a column occur.
struct StatisticsGroup: Sendable, Hashable {
  /// How a value is taken from a cell.
  enum Form: Sendable, Hashable {
    /// As it stands.
    case plain
    /// Spellings that differ in script, width or case are one value.
    case folded
    /// The year at the beginning of a date, where it is stated.
    case year
    /// Where a page comes from (`PagePlace`).
    case place
  }

  let name: String
  /// What it is called for people.
  let title: String
  let table: String
  let column: String
  var form = Form.plain
  /// Whether to list it by value instead of by count.
  var isOrdered = false

  /// All questions, in the order of the report.
  static let all: [StatisticsGroup] = [
    .init(name: "kinds", title: "Kinds", table: "documents", column: "kind"),
    .init(name: "scripts", title: "Scripts", table: "documents", column: "script"),
    .init(name: "years", title: "Years of dates", table: "dates", column: "edtf", form: .year, isOrdered: true),
    .init(name: "themes", title: "Themes", table: "themes", column: "text", form: .folded),
    .init(name: "actors", title: "Actors", table: "responsibilities", column: "actor", form: .folded),
    .init(name: "actor_kinds", title: "Kinds of actors", table: "responsibilities", column: "actor_kind"),
    .init(name: "responsibility_roles", title: "Roles of actors", table: "responsibilities", column: "role"),
    .init(name: "date_roles", title: "Roles of dates", table: "dates", column: "role"),
    .init(name: "section_roles", title: "Roles of sections", table: "sections", column: "role"),
    .init(name: "numberings", title: "Numbering families", table: "sections", column: "numbering"),
    .init(name: "cited_titles", title: "Cited documents", table: "citations", column: "title", form: .folded),
    .init(name: "classes", title: "Classes", table: "classes", column: "label"),
    .init(name: "copy_relations", title: "Relations of copies", table: "copies", column: "relation"),
    .init(name: "warnings", title: "Warnings", table: "warnings", column: "code"),
    .init(name: "sources", title: "Sources", table: "documents", column: "uri", form: .place),
    .init(name: "media_types", title: "Media types", table: "documents", column: "media_type"),
    .init(name: "encodings", title: "Character sets", table: "documents", column: "encoding"),
    .init(name: "extractor_versions", title: "Versions of gangmu", table: "documents", column: "extractor_version"),
  ]
}
