import GRDB
import Gangmu
import GangmuCorpus
import HanText

/// A search in a database of `gangmu export`, in either script.
///
///     let search = try Search(in: "records.sqlite")
///     for hit in try search.hits("網絡安全", limit: 20) { print(hit.id, hit.snippet.text) }
///
/// A query is folded as the texts are: script, width and case make no difference, nor do the words of the mainland and of Taiwan
/// (網絡, 網路; `RegionalVocabulary`). Words parted by spaces must all occur.
public struct Search {
  /// A document that was found.
  public struct Hit: Sendable, Hashable {
    /// Its number in the database.
    public let document: Int
    /// The id of its content.
    public let id: String
    /// Its title line.
    public let title: String?
    /// The page that it stands on.
    public let uri: String
    /// Where the first word of the query stands in its text, in Unicode scalars.
    public let span: Range<Int>
    /// What stands around that.
    public let snippet: Snippet
  }

  /// A part of a text with what was found in it.
  public struct Snippet: Sendable, Hashable {
    /// What stands before, as written, on the same line.
    public let before: String
    /// What was found, as written.
    public let found: String
    /// What stands after, on the same line.
    public let after: String

    /// All of it.
    public var text: String { before + found + after }
  }

  private let queue: DatabaseQueue
  private let path: String
  private static let context = 30

  /// Opens a database.
  public init(in path: String) throws(InputFailure) {
    self.path = path
    guard SQLiteRecords.isDatabase(path) else {
      throw InputFailure(
        uri: path, stage: .read, code: "input.database", message: "no database; `gangmu export` makes one of records")
    }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let isSearchable = try queue.read { database in
        try Int.fetchOne(database, sql: "PRAGMA application_id") == SQLiteSchema.applicationID
          && Int.fetchOne(database, sql: "PRAGMA user_version") == SQLiteSchema.version
          && ["search", "search_text", "documents"].allSatisfy { try database.tableExists($0) }
      }
      guard isSearchable else {
        throw InputFailure(
          uri: path, stage: .read, code: "input.no_search",
          message: "no database with a search of this version; `gangmu export` makes one")
      }
    } catch let failure as InputFailure {
      throw failure
    } catch {
      throw Self.failure(path, "cannot be read as a database: \(SQLiteFailure.text(of: error))")
    }
  }

  private static func failure(_ path: String, _ message: String) -> InputFailure {
    InputFailure(uri: path, stage: .read, code: "input.database", message: message)
  }

  /// The documents in which all words of a query occur, in their order, or the best (BM25) first.
  public func hits(_ query: String, limit: Int, ranked: Bool = false) throws(InputFailure) -> [Hit] {
    guard let query = SearchQuery(query), limit > 0 else { return [] }
    do {
      return try queue.read { database in
        try query.rows(in: database, limit: limit, ranked: ranked).map { row in
          guard let hit = Self.hit(row, query.words[0]) else {
            throw Self.failure(path, "a row of `documents` is damaged")
          }
          return hit
        }
      }
    } catch let failure as InputFailure {
      throw failure
    } catch {
      throw Self.failure(path, "cannot be searched: \(SQLiteFailure.text(of: error))")
    }
  }

  /// The hit in a row, or nil where a column holds what it cannot: SQLite holds nobody to the type of a column.
  private static func hit(_ row: Row, _ word: SearchWord) -> Hit? {
    guard let document = Int.fromDatabaseValue(row["document"]), let id = String.fromDatabaseValue(row["id"]),
      let uri = String.fromDatabaseValue(row["uri"]), let content = String.fromDatabaseValue(row["text"])
    else { return nil }
    let text = FoldedText(content)
    let span = word.place(in: text) ?? 0..<0
    var start = span.lowerBound
    while start > 0, span.lowerBound - start < context, text[start - 1] != "\n" { start -= 1 }
    var end = span.upperBound
    while end < text.count, end - span.upperBound < context, text[end] != "\n" { end += 1 }
    return Hit(
      document: document, id: id, title: String.fromDatabaseValue(row["title"]), uri: uri, span: span,
      snippet: Snippet(
        before: text.string(start..<span.lowerBound), found: text.string(span),
        after: text.string(span.upperBound..<end)))
  }
}

extension Search.Hit {
  /// The hit as JSON on one line, without a line end.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member(Key.document, document)
      $0.member(Key.id, id)
      $0.member(Key.title, title)
      $0.member(Key.uri, uri)
      $0.member(Key.span, span)
      $0.member(Key.snippet, snippet.text)
    }
    return writer.bytes
  }

  private enum Key: String, CodingKey {
    case document, id, title, uri, span, snippet
  }
}
