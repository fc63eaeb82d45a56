import Gangmu

/// Compares the records of files with the gold of a folder.
package struct EvaluationRun: Sendable {
  package private(set) var evaluation: Evaluation
  /// What could not be read.
  package private(set) var failures: [InputFailure]
  /// What else is to be known of the folders of records.
  package private(set) var notes: [InputFailure] = []
  /// The pages of gold that no record belongs to.
  package private(set) var unmatched: [String] = []
  /// What gold quotes that is on no page: page, field, words.
  package private(set) var unfounded: [(page: String, what: String, text: String)] = []
  /// Spans of records that quote their value, and all.
  package private(set) var grounded = Evaluation.Accuracy()
  /// Lines that were no records.
  package private(set) var badRecords = 0

  package init(gold: GoldFolder, records paths: [String], mode: Evaluation.Mode) {
    evaluation = Evaluation(mode: mode)
    failures = gold.failures
    var byPage: [String: [(index: Int, view: DocumentView)]] = [:]
    let wanted = Set(gold.pages.map(\.name))
    var files = RecordFiles(paths)
    while let result = files.next() {
      switch result {
      case .success(let line): read(line.bytes, wanted, into: &byPage)
      case .failure(let failure): failures.append(failure)
      }
      notes += files.takeNotes()
    }
    notes += files.takeNotes()
    for page in gold.pages {
      let records = (byPage[page.name] ?? []).sorted { $0.index < $1.index }.map(\.view)
      evaluation.add(page: page.name, golds: page.documents, predictions: records)
      guard !records.isEmpty else {
        unmatched.append(page.name)
        continue
      }
      unfounded += page.unfounded(in: records.map(\.text)).map { (page.name, $0.what, $0.text) }
    }
  }

  private mutating func read(
    _ line: [UInt8], _ wanted: Set<String>, into byPage: inout [String: [(index: Int, view: DocumentView)]]
  ) {
    guard let record = try? JSONTree(line), record["text"] != nil, let source = record["source"] else {
      badRecords += 1
      return
    }
    checkSpans(of: record)
    let name = source["uri"]?.string?.split(separator: "/").last.map(String.init) ?? ""
    guard wanted.contains(name) else { return }
    byPage[name, default: []].append((source["index"]?.integer ?? 0, DocumentView(record: record)))
  }

  private mutating func checkSpans(of record: JSONTree) {
    let scalars = Array((record["text"]?.string ?? "").unicodeScalars)
    func check(_ span: JSONTree?, _ value: JSONTree?) {
      grounded.total += 1
      if let value = value?.string, span.text(in: scalars) == value { grounded.right += 1 }
    }
    for list in ["themes", "dates"] {
      for claim in record[list]?.elements ?? [] { check(claim["span"], claim["text"]) }
    }
    for duty in record["responsibilities"]?.elements ?? [] { check(duty["actor"]?["span"], duty["actor"]?["text"]) }
    for section in record["sections"]?.elements ?? [] where section["heading"]?.string?.isEmpty == false {
      check(section["heading_span"], section["heading"])
    }
  }
}
