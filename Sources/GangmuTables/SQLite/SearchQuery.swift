import GRDB

/// The words of a query, folded, and how documents that hold all of them are found.
///
/// A word of three characters and more is a phrase of trigrams. A shorter one is the beginning of trigrams: where they occur
/// is read off the index too (`ShortWord`), unless the word is so frequent that looking into the texts finds enough of them
/// sooner.
struct SearchQuery {
  /// The words, folded.
  let words: [String]
  private var indexed: [String] { words.filter { $0.unicodeScalars.count >= 3 } }
  private var short: [String] { words.filter { $0.unicodeScalars.count < 3 } }

  /// Makes one of what a user wrote; nil where that is blank.
  init?(_ query: String) {
    words = SearchText.fold(query).split(separator: " ").map(String.init)
    if words.isEmpty { return nil }
  }

  /// A word as a string of FTS5. A quotation mark is doubled even where a combining mark makes another character of it.
  private static func quoted(_ word: String) -> String {
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in word.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// The rows of the documents that hold all words: the first in the order of the database, or the best.
  func rows(in database: Database, limit: Int, ranked: Bool) throws -> [Row] {
    let isIndexed = !indexed.isEmpty
    // Unary plus keeps SQLite from asking the index once for each document.
    let document = isIndexed ? "+search.rowid" : "t.document"
    var sources = [isIndexed ? "search" : "search_text t"]
    sources.append("JOIN documents d ON d.document = \(isIndexed ? "search.rowid" : "t.document")")
    if isIndexed, !short.isEmpty { sources.append("JOIN search_text t ON t.document = search.rowid") }
    var conditions: [String] = []
    var arguments = StatementArguments()
    if isIndexed {
      conditions.append("search MATCH ?")
      arguments += [indexed.map(Self.quoted).joined(separator: " ")]
    }
    for word in short {
      if let terms = try ShortWord.terms(of: word, in: database) {
        conditions.append("\(document) IN (\(ShortWord.documents))")
        arguments += [terms.lowerBound, terms.upperBound]
      }
      conditions.append("instr(t.text, ?) > 0")
      arguments += [word]
    }
    let order = !isIndexed ? "t.document" : ranked ? "search.rank" : "search.rowid"
    let sql = """
      SELECT d.document, d.id, d.title, d.uri, d.text FROM \(sources.joined(separator: " "))
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT \(limit)
      """
    return try Row.fetchAll(database, sql: sql, arguments: arguments)
  }
}
