import GangmuCorpus

/// What to do with the members of a JSON object: made once of the tables, followed for every record.
struct RowPlan: Sendable {
  /// What a member fills. Plain numbers, so that going by it counts no references.
  enum Step: Sendable {
    /// A cell of the row at hand.
    case cell(column: Int, Column.Kind)
    /// The two cells of a span.
    case span(start: Int, end: Int)
    /// A text and the number of its scalars.
    case textAndLength(text: Int, length: Int)
    /// Cells from the members of an object, by the number of its plan in `objects`.
    case object(Int)
    /// Rows of another table.
    case rows(table: Int)
  }

  /// A member.
  struct Member: Sendable {
    let name: JSONName
    let step: Step
  }

  private(set) var members: [Member] = []
  private(set) var objects: [RowPlan] = []

  /// The place of a key among the members, looked for from `hint` on: records have their keys in one order.
  func index(of key: JSONKey, from hint: Int) -> Int? {
    if hint < members.count, key.isName(members[hint].name) { return hint }
    return members.firstIndex { key.isName($0.name) }
  }

  /// The plan for the rows of a table.
  init(_ table: Table) {
    self.init(
      table.columns.enumerated().compactMap { index, column in
        if case .path(let path) = column.source { (path[...], index, column.kind) } else { nil }
      })
  }

  /// The plan for a record: the row of its document, and the rows of the other tables.
  init(record tables: [Table]) {
    self.init(Table.documents)
    for (number, table) in tables.enumerated() {
      members += table.keys.map { Member(name: JSONName($0), step: .rows(table: number)) }
    }
  }

  private init(_ cells: [(path: ArraySlice<String>, column: Int, kind: Column.Kind)]) {
    var seen: Set<String> = []
    for (path, _, _) in cells {
      guard let key = path.first, seen.insert(key).inserted else { continue }
      let under = cells.filter { $0.path.first == key }
      let own = under.filter { $0.path.count == 1 }
      let step: Step
      if own.isEmpty {
        step = .object(objects.count)
        objects.append(RowPlan(under.map { ($0.path.dropFirst(), $0.column, $0.kind) }))
      } else if let start = own.first(where: { $0.kind == .start }), let end = own.first(where: { $0.kind == .end }) {
        step = .span(start: start.column, end: end.column)
      } else if let text = own.first(where: { $0.kind == .text }),
        let length = own.first(where: { $0.kind == .length })
      {
        step = .textAndLength(text: text.column, length: length.column)
      } else {
        step = .cell(column: own[0].column, own[0].kind)
      }
      members.append(Member(name: JSONName(key), step: step))
    }
  }
}
