import Gangmu
import GangmuCopies

extension CopyCorpus {
  /// Writes what each text is to the others: one JSON object a line, in the order of the input.
  public func writeRows(to output: inout OutputFile) throws(OutputFile.Failure) {
    for number in 0..<count {
      output.buffer += row(number)
      output.buffer.append(UInt8(ascii: "\n"))
      try output.flushIfFull()
    }
  }

  /// What one text is to the others, as JSON.
  package func row(_ number: Int) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writeRow(of: number, to: &$0) }
    return writer.bytes
  }

  private enum Key: String, CodingKey {
    case id, span, cluster, representative, relation, similarity, jaccard, containment, related, changes, restored
    case row = "representative_row"
  }

  private func writeRow(of number: Int, to writer: inout JSONWriter) {
    writer.member(Key.id, RawJSON(id(of: number)))
    if options.level != .document { writer.member(Key.span, spans[number]) }
    writeCopy(of: number, to: &writer)
  }

  /// Writes the members that join a record under `copy`.
  func writeCopy(of number: Int, to writer: inout JSONWriter) {
    let copy = report.copies[number]
    writer.member(Key.cluster, copy.cluster)
    writer.member(Key.representative, RawJSON(id(of: copy.representative)))
    writer.member(Key.row, copy.representative)
    writer.member(Key.relation, copy.relation?.rawValue)
    writer.member(Key.similarity, RawJSON(fraction: copy.similarity))
    writer.member(Key.jaccard, RawJSON(fraction: copy.jaccard))
    writer.member(Key.containment, RawJSON(fraction: copy.containment))
    if !copy.related.isEmpty {
      writer.member(Key.related, copy.related.map { RelatedRow(id: id(of: $0.text), related: $0) })
    }
    if let changes = relations.changes[number] { writer.member(Key.changes, changes.changes) }
    let restored = relations.years[number, default: []]
    if !restored.isEmpty { writer.member(Key.restored, restored) }
  }

  private struct RelatedRow: JSONWritable {
    let id: [UInt8]
    let related: Copy.Related

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member(Key.id, RawJSON(id))
        $0.member(Key.relation, related.relation.rawValue)
        $0.member(Key.similarity, RawJSON(fraction: related.similarity))
      }
    }
  }

  /// Writes the lines of the input.
  ///
  /// - Parameters:
  ///   - dropping: Leaves out the copies of which all stands in another line that is written.
  ///   - joining: Adds to each what it is to the others, under `copy`, and to records the years that copies gave back.
  public func writeLines(
    dropping: Bool, joining: Bool, to output: inout OutputFile
  ) throws(OutputFile.Failure) {
    let files = files.rereader()
    for number in 0..<count where !(dropping && report.copies[number].isDroppable) {
      guard let line = files.bytes(at: places[number]) else { continue }
      if joining {
        appendJoined(line, number, to: &output.buffer)
      } else {
        output.buffer += line
        output.buffer.append(UInt8(ascii: "\n"))
      }
      try output.flushIfFull()
    }
  }

  private func appendJoined(_ line: [UInt8], _ number: Int, to buffer: inout [UInt8]) {
    var writer = JSONWriter()
    writer.object { writeCopy(of: number, to: &$0) }
    let restored = relations.years[number, default: []]
    if !restored.isEmpty, var record = try? JSONTree(line) {
      RestoredYear.apply(restored, to: &record)
      record["copy"] = try? JSONTree(writer.bytes)
      JoinedLine.append(record, to: &buffer)
    } else {
      JoinedLine.append(to: &buffer, line: line, key: "copy", value: writer.bytes)
    }
  }
}

extension Copy {
  /// Whether all that the text holds is in the corpus without it.
  var isDroppable: Bool {
    switch relation {
    case .exact, .scriptVariant, .near, .partOf: true
    case .contains, .template, nil: false
    }
  }
}
