import Gangmu
import GangmuCorpus

/// Reads records as rows of the tables.
///
/// Nothing is built of a record but the rows: its bytes are gone over once, by the plan that the tables give.
struct RowReader {
  /// Why a line is no record.
  struct Failure: Error, Hashable {
    let code: String
    let message: String
  }

  private let tables = Table.all
  private let recordPlan = RowPlan(record: Table.all)
  private let plans = Table.all.map { RowPlan($0) }
  /// For each table, the columns that a row must fill, by number.
  private let required = Table.all.map { table in table.columns.indices.filter { !table.columns[$0].isOptional } }
  private static let format = Array(Record.format.utf8)

  /// Appends the rows of a record to a batch, and nothing where the line is none.
  ///
  /// - Parameter document: The number of the document, from 1.
  func read(_ line: [UInt8], document: Int, into batch: inout RowBatch) throws(Failure) {
    let mark = batch.mark
    do throws(Failure) {
      try readRows(line, document, &batch)
    } catch {
      batch.goBack(to: mark)
      throw error
    }
  }

  private func readRows(_ line: [UInt8], _ document: Int, _ batch: inout RowBatch) throws(Failure) {
    var row = emptyRow(of: 0, document)
    var isRecord = false
    var missing: String?
    do throws(JSONFailure) {
      try line.withUnsafeBufferPointer { bytes throws(JSONFailure) in
        var scanner = JSONScanner(bytes)
        var hint = 0
        var seen = SeenMembers()
        try scanner.members { (scanner, key) throws(JSONFailure) in
          if key.isName(Self.formatKey) {
            if isRecord { throw JSONFailure(reason: "`format` is repeated", offset: scanner.offset) }
            isRecord = scanner.peek() == UInt8(ascii: "\"") ? try scanner.string() == Self.format : false
            if !isRecord { throw JSONFailure(reason: "no \(Record.format)", offset: scanner.offset) }
            return
          }
          guard let index = recordPlan.index(of: key, from: hint) else { return try scanner.skipValue() }
          hint = index + 1
          try seen.insert(index, recordPlan.members[index], at: scanner.offset)
          if case .rows(let table) = recordPlan.members[index].step {
            try rows(&scanner, bytes, of: table, recordPlan.members[index].name, document, &batch, &missing)
          } else {
            try fill(&row, &scanner, bytes, recordPlan, member: index, &batch)
          }
        }
        try scanner.end()
      }
    } catch {
      throw Failure(code: "record.invalid", message: "not a record: \(error)")
    }
    if !isRecord { throw Failure(code: "record.invalid", message: "not a record: no `format`") }
    missing = firstMissing(in: row, of: 0) ?? missing
    if let missing { throw Failure(code: "record.incomplete", message: "not a record: no `\(missing)`") }
    append(row, of: 0, to: &batch)
  }

  private static let formatKey = JSONName("format")

  /// Reads the rows that a value gives: one for each element of an array, one for an object, none for null.
  private func rows(
    _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>, of table: Int, _ name: JSONName, _ document: Int,
    _ batch: inout RowBatch, _ missing: inout String?
  ) throws(JSONFailure) {
    if scanner.null() { return }
    let isArray = scanner.peek() == UInt8(ascii: "[")
    // Rows of the lists are told apart by their position, others by a column that the record gives, or there is but one.
    let isList = tables[table].columns.contains { $0.source == .position }
    let identity = isList ? nil : tables[table].columns.firstIndex { $0.name == tables[table].primaryKey.last }
    var identities: Set<RowBatch.Cell> = []
    var position = 0
    func one(_ scanner: inout JSONScanner) throws(JSONFailure) {
      var row = emptyRow(of: table, document)
      for (index, column) in tables[table].columns.enumerated() {
        switch column.source {
        case .position: row[index] = .integer(position)
        case .list: row[index] = append(Array(name.string.utf8), to: &batch)
        case .documentNumber, .path: break
        }
      }
      try fill(&row, &scanner, bytes, plans[table], &batch)
      if let column = firstMissing(in: row, of: table) {
        missing = missing ?? "\(name.string).\(column)"
      }
      if let identity, !identities.insert(row[identity]).inserted {
        throw JSONFailure(
          reason: identity == 0 ? "`\(name.string)` is more than one" : "an id in `\(name.string)` is repeated",
          offset: scanner.offset)
      }
      append(row, of: table, to: &batch)
      position += 1
    }
    if isArray {
      try scanner.array { (scanner) throws(JSONFailure) in try one(&scanner) }
    } else {
      try one(&scanner)
    }
  }

  private func fill(
    _ row: inout [RowBatch.Cell], _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: RowPlan,
    _ batch: inout RowBatch
  ) throws(JSONFailure) {
    var hint = 0
    var seen = SeenMembers()
    try scanner.members { (scanner, key) throws(JSONFailure) in
      guard let index = plan.index(of: key, from: hint) else { return try scanner.skipValue() }
      hint = index + 1
      try seen.insert(index, plan.members[index], at: scanner.offset)
      try fill(&row, &scanner, bytes, plan, member: index, &batch)
    }
  }

  private func fill(
    _ row: inout [RowBatch.Cell], _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>,
    _ plan: RowPlan, member: Int, _ batch: inout RowBatch
  ) throws(JSONFailure) {
    if scanner.null() { return }
    switch plan.members[member].step {
    case .object(let number): try fill(&row, &scanner, bytes, plan.objects[number], &batch)
    case .rows: try scanner.skipValue()
    case .span(let start, let end):
      var bounds: [Int] = []
      try scanner.array { (scanner) throws(JSONFailure) in bounds.append(try scanner.integer()) }
      guard bounds.count == 2 else { throw JSONFailure(reason: "no span", offset: scanner.offset) }
      (row[start], row[end]) = (.integer(bounds[0]), .integer(bounds[1]))
    case .textAndLength(let text, let length):
      let start = batch.bytes.count
      try scanner.string(into: &batch.bytes)
      row[text] = .text(start..<batch.bytes.count)
      row[length] = .integer(batch.bytes[start...].reduce(0) { $0 + (Int8(bitPattern: $1) > -65 ? 1 : 0) })
    case .cell(let column, let kind):
      row[column] = try cell(&scanner, bytes, kind, plan.members[member].name, &batch)
    }
  }

  private func cell(
    _ scanner: inout JSONScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ kind: Column.Kind, _ name: JSONName,
    _ batch: inout RowBatch
  ) throws(JSONFailure) -> RowBatch.Cell {
    let start = batch.bytes.count
    if kind == .text, scanner.peek() == UInt8(ascii: "\"") {
      try scanner.string(into: &batch.bytes)
      return .text(start..<batch.bytes.count)
    }
    let offset = scanner.offset
    let value = bytes[try scanner.raw()]
    let word = String(decoding: value, as: UTF8.self)
    switch kind {
    case .text, .json, .length, .start, .end:
      batch.bytes.append(contentsOf: value)
      return .text(start..<batch.bytes.count)
    case .integer:
      guard let integer = Int(word) else { throw JSONFailure(reason: "`\(name.string)` is no integer", offset: offset) }
      return .integer(integer)
    case .document:
      guard let integer = Int(word) else { throw JSONFailure(reason: "`\(name.string)` is no integer", offset: offset) }
      let (number, overflows) = integer.addingReportingOverflow(1)
      if overflows { throw JSONFailure(reason: "`\(name.string)` is too large", offset: offset) }
      return .integer(number)
    case .real:
      guard let real = Double(word) else { throw JSONFailure(reason: "`\(name.string)` is no number", offset: offset) }
      return .real(real)
    case .boolean:
      guard word == "true" || word == "false" else {
        throw JSONFailure(reason: "`\(name.string)` is neither true nor false", offset: offset)
      }
      return .integer(word == "true" ? 1 : 0)
    }
  }

  private func emptyRow(of table: Int, _ document: Int) -> [RowBatch.Cell] {
    var row = [RowBatch.Cell](repeating: .null, count: tables[table].columns.count)
    row[0] = .integer(document)
    return row
  }

  private func append(_ row: [RowBatch.Cell], of table: Int, to batch: inout RowBatch) {
    batch.rows.append(RowBatch.Row(table: table, cells: batch.cells.count))
    batch.cells.append(contentsOf: row)
  }

  private func append(_ text: [UInt8], to batch: inout RowBatch) -> RowBatch.Cell {
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: text)
    return .text(start..<batch.bytes.count)
  }

  private func firstMissing(in row: [RowBatch.Cell], of table: Int) -> String? {
    for index in required[table] where row[index] == .null {
      let column = tables[table].columns[index]
      if case .path(let path) = column.source { return path.joined(separator: ".") }
    }
    return nil
  }
}
