/// Views that answer everyday questions.
enum SQLiteViews {
  /// Their names and what they select.
  static let all: [(name: String, query: String)] = [
    (
      "dated_events",
      """
      SELECT t.document, d.title, d.uri, t.role, t.text, t.edtf, t.time,
        coalesce(t.year, CASE
          WHEN t.edtf GLOB '[0-9][0-9][0-9][0-9]*' THEN CAST(substr(t.edtf, 1, 4) AS INTEGER)
          WHEN t.edtf GLOB '../[0-9][0-9][0-9][0-9]*' THEN CAST(substr(t.edtf, 4, 4) AS INTEGER)
        END) AS year,
        t.first, t.last, s.heading
      FROM dates t JOIN documents d USING (document)
      LEFT JOIN sections s ON s.document = t.document AND s.section = t.section
      """
    ),
    (
      "events_by_year",
      """
      SELECT year, role, count(*) AS dates, count(DISTINCT document) AS documents
      FROM dated_events WHERE year IS NOT NULL GROUP BY year, role
      """
    ),
    (
      "open_years",
      """
      SELECT t.document, d.title, d.uri, t.position, t.text, t.edtf, t.role, t.year_candidates, t.evidence
      FROM dates t JOIN documents d USING (document)
      WHERE t.year IS NULL AND (substr(t.edtf, 1, 4) GLOB '*X*' OR substr(t.edtf, 4, 4) GLOB '*X*' AND t.edtf GLOB '../*')
      """
    ),
    (
      "tasks",
      """
      SELECT r.document, d.title, d.uri, r.role, r.actor, r.actor_kind, r.task, t.text AS due, t.edtf AS due_edtf
      FROM responsibilities r JOIN documents d USING (document)
      LEFT JOIN dates t ON t.document = r.document AND t.position = r.due
      """
    ),
    (
      "actors",
      """
      SELECT actor, actor_kind, count(*) AS tasks, count(DISTINCT document) AS documents
      FROM responsibilities GROUP BY actor, actor_kind
      """
    ),
    (
      "theme_documents",
      """
      SELECT t.text AS theme, t.document, d.title, d.kind, d.uri
      FROM themes t JOIN documents d USING (document)
      """
    ),
    (
      "outlines",
      """
      SELECT document, section, level, printf('%*s%s%s', level * 2 - 2, '', marker, coalesce(heading, '')) AS line, role
      FROM sections
      """
    ),
    (
      "pages",
      """
      SELECT uri, media_type, encoding, page_title, page_published, count(*) AS documents, sum(length) AS length
      FROM documents GROUP BY uri
      """
    ),
    (
      "warning_counts",
      "SELECT code, count(*) AS warnings, count(DISTINCT document) AS documents FROM warnings GROUP BY code"
    ),
    ("coverage", coverage),
  ]

  /// How many documents have at least one row in each table.
  private static var coverage: String {
    let counted = Table.all.filter { $0.name != "documents" }.map { table in
      "SELECT '\(table.name)' AS field, count(*) AS rows, count(DISTINCT document) AS documents FROM \(table.name)"
    }
    return """
      SELECT field, rows, documents, round(documents * 1.0 / (SELECT count(*) FROM documents), 4) AS share
      FROM (\(counted.joined(separator: " UNION ALL ")))
      """
  }
}
