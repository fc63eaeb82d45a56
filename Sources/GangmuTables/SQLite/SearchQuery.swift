import GRDB

/// The words of a query, folded, and how documents that hold all of them are found.
///
/// A word of three characters and more is a phrase of trigrams. A shorter one is the beginning of trigrams: where they occur
/// is read off the index too (`ShortWord`), unless the word is so frequent that looking into the texts finds enough of them
/// sooner.
struct SearchQuery {
  /// The words, each with what the other region calls it.
  let words: [SearchWord]
  private var indexed: [SearchWord] { words.filter(\.isIndexed) }
  private var short: [SearchWord] { words.filter { !$0.isIndexed } }

  /// Makes one of what a user wrote; nil where that is blank.
  init?(_ query: String) {
    words = SearchText.fold(query).split(separator: " ").map { SearchWord(folded: String($0)) }
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

  /// What FTS5 finds the documents with that hold a word.
  private static func expression(_ word: SearchWord) -> String {
    "(\(word.variants.map(quoted).joined(separator: " OR ")))"
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
      arguments += [indexed.map(Self.expression).joined(separator: " AND ")]
    }
    for word in short {
      if let holders = try Self.holders(of: word, in: database) {
        conditions.append("\(document) IN (\(holders.sql))")
        arguments += holders.arguments
      }
      conditions.append("(\(word.variants.map { _ in "instr(t.text, ?) > 0" }.joined(separator: " OR ")))")
      arguments += StatementArguments(word.variants)
    }
    let order = !isIndexed ? "t.document" : ranked ? "search.rank" : "search.rowid"
    let sql = """
      SELECT d.document, d.id, d.title, d.uri, d.text FROM \(sources.joined(separator: " "))
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT \(limit)
      """
    return try Row.fetchAll(database, sql: sql, arguments: arguments)
  }

  /// Selects the documents that may hold a word of which a variant is short; nil where they are so many that they are not worth
  /// reading.
  private static func holders(
    of word: SearchWord, in database: Database
  ) throws -> (sql: String, arguments: StatementArguments)? {
    var selections: [String] = []
    var arguments = StatementArguments()
    for variant in word.variants {
      if SearchWord.isIndexed(variant) {
        selections.append("SELECT rowid FROM search WHERE search MATCH ?")
        arguments += [quoted(variant)]
      } else if let terms = try ShortWord.terms(of: variant, in: database) {
        selections.append(ShortWord.documents)
        arguments += [terms.lowerBound, terms.upperBound]
      } else {
        return nil
      }
    }
    return (selections.joined(separator: " UNION ALL "), arguments)
  }
}
