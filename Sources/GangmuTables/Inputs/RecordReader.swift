import Gangmu
import GangmuCorpus

/// Reads records from files of JSON Lines, folders of them and databases of SQLite, and gives them in batches.
final class RecordReader {
  /// What is to be made of each record beside its rows.
  struct Contents: OptionSet, Sendable {
    let rawValue: Int
    /// The record itself, as JSON.
    static let lines = Contents(rawValue: 1)
    /// The folded text.
    static let searchText = Contents(rawValue: 2)
  }

  /// Some records.
  struct Batch: Sendable {
    /// Bytes that belong to a document.
    struct Numbered: Sendable {
      let document: Int
      let bytes: [UInt8]
    }

    /// A folded text.
    struct SearchText: Sendable {
      let document: Int
      let bytes: [UInt8]
      /// The number of its trigrams; 0 where they are not indexed here.
      let trigrams: Int
    }

    var rows = RowBatch()
    var lines: [Numbered] = []
    var searchTexts: [SearchText] = []
    /// The index of texts of this batch and of those before it.
    var searchSegments: [SearchSegment] = []
    /// What could not be read, in the order in which it showed.
    var failures: [InputFailure] = []
    /// What else is to be known of folders.
    var notes: [InputFailure] = []
    /// What the runs counted that wrote the folders.
    var runs: [RunTally] = []
    /// Why nothing more can come: what was to be joined does not fit.
    var end: InputFailure?
    /// The number of records.
    var count = 0
    /// The length of their JSON.
    var bytes = 0

    fileprivate var isFull: Bool { count >= 256 || rows.bytes.count >= 1 << 21 || failures.count >= 512 }
  }

  private let paths: [String]
  private let contents: Contents
  private let rowReader = RowReader()
  /// Makes the index of the folded texts, where that is not left to SQLite.
  private var segments: SegmentBuilder?
  private var joined: [JoinedRows]
  private var document = 0
  private var batch = Batch()
  private let deliver: (Batch) -> Bool

  /// Makes a reader that hands each batch to `deliver`, until that returns false.
  init(
    _ paths: [String], contents: Contents, segments: SegmentBuilder? = nil, joined: [JoinedRows] = [],
    deliver: @escaping (Batch) -> Bool
  ) {
    self.paths = paths
    self.contents = contents
    self.segments = segments
    self.joined = joined
    self.deliver = deliver
  }

  /// Reads all.
  func run() {
    for path in paths {
      guard path != "-" && SQLiteRecords.isDatabase(path) ? readDatabase(path) : readLines(path) else { return }
    }
    do throws(InputFailure) {
      for index in joined.indices { try joined[index].end() }
    } catch {
      batch.end = error
    }
    if let segment = segments?.lastSegment() { batch.searchSegments.append(segment) }
    _ = deliver(batch)
  }

  /// Reads a file or a folder; false where nobody wants more.
  private func readLines(_ path: String) -> Bool {
    var files = RecordFiles([path])
    while let result = files.next() {
      take(from: &files)
      switch result {
      case .success(let line): add(line.bytes) { line.failure($0, $1) }
      case .failure(let failure): batch.failures.append(failure)
      }
      guard flush() else { return false }
    }
    take(from: &files)
    return true
  }

  /// Takes what folders told of themselves.
  private func take(from files: inout RecordFiles) {
    batch.notes += files.takeNotes()
    batch.runs += files.takeRuns()
  }

  private func readDatabase(_ path: String) -> Bool {
    var goesOn = true
    let failure = SQLiteRecords.forEach(in: path) { document, line in
      func failure(_ code: String, _ message: String) -> InputFailure {
        InputFailure(uri: "\(path):\(document)", stage: .read, code: code, message: message)
      }
      if let line {
        add(line, failure)
      } else {
        batch.failures.append(failure("input.damaged", "the record is damaged"))
      }
      goesOn = flush()
      return goesOn
    }
    if let failure { batch.failures.append(failure) }
    return goesOn
  }

  /// Hands the batch on where it is full; false where nobody wants more.
  private func flush() -> Bool {
    guard batch.isFull || batch.end != nil else { return true }
    let (full, isLast) = (batch, batch.end != nil)
    batch = Batch()
    return deliver(full) && !isLast
  }

  private func add(_ line: [UInt8], _ failure: (String, String) -> InputFailure) {
    guard String(validating: line, as: UTF8.self) != nil else {
      batch.failures.append(failure("record.invalid", "not a record: the line is no UTF-8"))
      return
    }
    // What is joined has a line for each line with an id and a text, whether that is a record or not.
    let id = joined.isEmpty ? nil : JoinedLine.id(of: line)
    if id != nil || joined.isEmpty { document += 1 }
    // The line as it is, then with each of what is joined.
    var versions = [line]
    if let id {
      do throws(InputFailure) {
        for index in joined.indices {
          versions.append(try joined[index].join(versions[index], id: id, name: "record \(document)"))
        }
      } catch {
        batch.end = error
        return
      }
    }
    let line = versions[versions.count - 1]
    if let wrong = rowFailure(line, into: &batch.rows) {
      var scratch = RowBatch()
      // A record that was one before something was joined to it is not to blame.
      if let bad = versions.firstIndex(where: { rowFailure($0, into: &scratch) != nil }), bad > 0 {
        batch.end = joined[bad - 1].failure(wrong.message)
      } else {
        batch.failures.append(failure(wrong.code, wrong.message))
      }
      return
    }
    batch.count += 1
    batch.bytes += line.count
    if contents.contains(.searchText) {
      let text = SearchText.folded(of: batch.rows)
      let trigrams = segments?.add(text, document: document) ?? 0
      batch.searchTexts.append(.init(document: document, bytes: text, trigrams: trigrams))
      if let segment = segments?.fullSegment() { batch.searchSegments.append(segment) }
    }
    if contents.contains(.lines) { batch.lines.append(.init(document: document, bytes: line)) }
  }

  /// Appends the rows of a record, or says why it is none.
  private func rowFailure(_ line: [UInt8], into rows: inout RowBatch) -> RowReader.Failure? {
    do throws(RowReader.Failure) {
      try rowReader.read(line, document: document, into: &rows)
      return nil
    } catch {
      return error
    }
  }
}
