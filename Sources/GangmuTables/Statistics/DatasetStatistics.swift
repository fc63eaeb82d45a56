import GangmuCorpus
import HanText

/// What a dataset holds: counted while records go by, in memory that does not grow with their number.
///
///     let statistics = DatasetStatistics(of: ["records.jsonl"]) { print($0) }
///     print(statistics.markdown(top: 10))
public struct DatasetStatistics: Sendable {
  /// How many documents have a field, and how many values there are in all.
  struct Coverage: Sendable {
    let field: String
    var documents = 0
    var values = 0
  }

  /// The number of records.
  public private(set) var records = 0
  /// The number of inputs and lines that could not be used.
  public private(set) var failures = 0
  /// The length of the records as JSON Lines, in bytes.
  public private(set) var bytes = 0
  /// The number of pages with records.
  public private(set) var pages = 0
  /// What the runs counted whose folders were read: the pages without records stand nowhere else. Nil where no such folder was
  /// read.
  public private(set) var runs: RunTally?
  /// The lengths of the texts, in Unicode scalars.
  private(set) var lengths = LengthDistribution()
  private(set) var coverage: [Coverage]
  /// A counter for each of `StatisticsGroup.all`.
  private(set) var counters = StatisticsGroup.all.map { _ in ValueCounter() }
  /// The paths that were read.
  let paths: [String]

  private let layout = Layout()

  /// Reads files; `fail` hears of each file and line that cannot be used, `note` of what else is to be known of folders.
  public init(
    of paths: [String], note: (InputFailure) -> Void = { _ in }, fail: (InputFailure) -> Void
  ) {
    self.paths = paths
    coverage = [Coverage(field: "title")] + layout.fields.map { Coverage(field: $0) }
    RecordBatches(paths: paths, contents: []).forEach { batch in
      batch.notes.forEach(note)
      batch.failures.forEach(fail)
      for run in batch.runs { runs = (runs ?? RunTally()) + run }
      failures += batch.failures.count
      records += batch.count
      bytes += batch.bytes
      add(batch.rows)
    }
  }

  /// Where in the rows the things are that are counted.
  private struct Layout: Sendable {
    /// The keys of the record that hold lists.
    let fields = Table.all.flatMap(\.keys)
    /// For each table, the place of its first key in `fields`.
    let firstField: [Int]
    /// For each table, the groups that count its columns, and the columns.
    let groups: [[(group: Int, column: Int, form: StatisticsGroup.Form)]]
    let title = Table.documents.columns.firstIndex { $0.name == "title" } ?? 0
    let length = Table.documents.columns.firstIndex { $0.name == "length" } ?? 0
    let placeInPage = Table.documents.columns.firstIndex { $0.name == "place_in_page" } ?? 0
    let list = Table.statements.columns.firstIndex { $0.name == "field" } ?? 0
    let year = Table.dates.columns.firstIndex { $0.name == "year" } ?? 0

    init() {
      var first = 0
      var firsts: [Int] = []
      for table in Table.all {
        firsts.append(first)
        first += table.keys.count
      }
      firstField = firsts
      groups = Table.all.map { table in
        StatisticsGroup.all.enumerated().compactMap { number, group in
          guard group.table == table.name, let column = table.columns.firstIndex(where: { $0.name == group.column })
          else { return nil }
          return (number, column, group.form)
        }
      }
    }
  }

  private mutating func add(_ batch: RowBatch) {
    var seen = [Bool](repeating: false, count: coverage.count)
    for row in batch.rows {
      for (group, column, form) in layout.groups[row.table] {
        count(batch.cells[row.cells + column], in: group, form, row, batch)
      }
      if row.table == 0 {
        addDocument(row, batch)
        for index in seen.indices where seen[index] { coverage[index].documents += 1 }
        for index in seen.indices { seen[index] = false }
      } else {
        let field = field(of: row, batch)
        coverage[field].values += 1
        seen[field] = true
      }
    }
  }

  private mutating func addDocument(_ row: RowBatch.Row, _ batch: RowBatch) {
    if case .integer(let length) = batch.cells[row.cells + layout.length] { lengths.add(length) }
    if batch.cells[row.cells + layout.placeInPage] == .integer(0) { pages += 1 }
    if case .text = batch.cells[row.cells + layout.title] {
      coverage[0].documents += 1
      coverage[0].values += 1
    }
  }

  /// The place of a row's field in `coverage`.
  private func field(of row: RowBatch.Row, _ batch: RowBatch) -> Int {
    let first = layout.firstField[row.table] + 1
    let keys = Table.all[row.table].keys
    guard keys.count > 1, case .text(let range) = batch.cells[row.cells + layout.list] else { return first }
    return first + (keys.firstIndex { $0.utf8.elementsEqual(batch.text(range)) } ?? 0)
  }

  private mutating func count(
    _ cell: RowBatch.Cell, in group: Int, _ form: StatisticsGroup.Form, _ row: RowBatch.Row, _ batch: RowBatch
  ) {
    if form == .year, case .integer(let year) = batch.cells[row.cells + layout.year] {
      counters[group].add(String(year))
      return
    }
    guard case .text(let range) = cell else { return }
    let text = String(decoding: batch.text(range), as: UTF8.self)
    switch form {
    case .plain: counters[group].add(text)
    case .folded: counters[group].add(text, key: SearchText.fold(text))
    case .year: if let year = Self.year(of: text) { counters[group].add(year) }
    case .place: counters[group].add(PagePlace.place(of: text))
    }
  }

  private static func year(of edtf: String) -> String? {
    let date = edtf.hasPrefix("../") ? edtf.dropFirst(3) : edtf[...]
    let year = date.prefix(4)
    return year.count == 4 && year.allSatisfy(\.isNumber) ? String(year) : nil
  }
}
