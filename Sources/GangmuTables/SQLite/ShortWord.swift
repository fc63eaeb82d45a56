import GRDB

/// A word of one or two characters, as the full-text index knows it: as the beginning of trigrams.
///
/// Every text in the index ends with two line feeds (`SearchText`), so each of its characters begins a trigram.
enum ShortWord {
  /// A table over the index with a row for each place of each trigram, in the order of the trigrams.
  private static let places = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.trigrams USING fts5vocab('main', 'search', 'instance')
    """
  /// Selects the documents in which a trigram between two terms occurs.
  static let documents = "SELECT doc FROM temp.trigrams WHERE term >= ? AND term <= ?"
  /// Of a word with more places, reading them all (0.1 µs each) takes longer than finding some in the texts.
  private static let limit = 30_000

  /// The terms that begin with a word; nil where it is so frequent that they are not worth reading.
  static func terms(of word: String, in database: Database) throws -> ClosedRange<String>? {
    guard let term = try tokenized(word, in: database) else { return nil }
    let terms = term...term + "\u{10FFFF}\u{10FFFF}"
    try database.execute(sql: places)
    let counting = "SELECT count(*) FROM (\(documents) LIMIT \(limit))"
    let count = try Int.fetchOne(database, sql: counting, arguments: [terms.lowerBound, terms.upperBound])
    return count.map { $0 < limit } == true ? terms : nil
  }

  /// The word as the tokenizer of the index writes it, which has its own idea of lower case.
  private static func tokenized(_ word: String, in database: Database) throws -> String? {
    let tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: ["trigram"]))
    let count = word.unicodeScalars.count
    let tokens = try tokenizer.tokenize(document: "aa" + word)
    guard tokens.count == count, let last = tokens.last?.token.unicodeScalars, last.count == 3 else { return nil }
    return String(String.UnicodeScalarView(last.suffix(count)))
  }
}
