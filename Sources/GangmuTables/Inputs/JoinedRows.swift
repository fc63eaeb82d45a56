import Gangmu
import GangmuCorpus

/// What `gangmu dedupe` or `gangmu classify apply` wrote about records: a line for each, in the order of the records.
///
/// They join the records as `--join` of those verbs does it.
struct JoinedRows {
  /// Which verb wrote them.
  enum Kind {
    case copies, classes
  }

  private let kind: Kind
  private let path: String
  private var files: RecordFiles
  private var last: RecordFiles.Line?

  init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
    files = RecordFiles([path])
  }

  /// A record with the next row, which must be about it.
  ///
  /// - Parameters:
  ///   - id: The record's id, as JSON.
  ///   - name: What to call the record in a failure.
  mutating func join(_ line: [UInt8], id: [UInt8], name: String) throws(InputFailure) -> [UInt8] {
    let row = try next(for: id, of: name)
    var joined: [UInt8] = []
    switch kind {
    case .copies: JoinedLine.append(to: &joined, line: line, copy: row)
    case .classes: JoinedLine.append(to: &joined, line: line, key: "class", value: row)
    }
    return joined.dropLast()
  }

  /// The next row without its `id`.
  private mutating func next(for id: [UInt8], of record: String) throws(InputFailure) -> [UInt8] {
    switch files.next() {
    case .failure(let failure): throw failure
    case nil:
      throw InputFailure(
        uri: path, stage: .read, code: "join.too_short", message: "has no line for \(record): made from other records?")
    case .success(let line):
      last = line
      var rowID: [UInt8] = []
      let row: [UInt8]
      do throws(JSONFailure) {
        row = try Self.withoutID(line.bytes, &rowID)
      } catch {
        throw line.failure("jsonl.invalid", "not JSON: \(error)")
      }
      guard !rowID.isEmpty else { throw line.failure("join.no_id", "has no `id`: not a line of \(verb)") }
      guard rowID == id else {
        let (found, wanted) = (String(decoding: rowID, as: UTF8.self), String(decoding: id, as: UTF8.self))
        throw line.failure(
          "join.mismatch", "is about \(found), but \(record) has the id \(wanted): made from other records?")
      }
      return row
    }
  }

  /// Fails where rows are left over.
  mutating func end() throws(InputFailure) {
    switch files.next() {
    case .success(let line): throw line.failure("join.too_long", "is about no record: made from other records?")
    case .failure(let failure): throw failure
    case nil: break
    }
  }

  /// Why the row that was joined last is none.
  func failure(_ message: String) -> InputFailure {
    let message = "not a line of \(verb): \(message)"
    return last?.failure("join.invalid", message)
      ?? InputFailure(uri: path, stage: .read, code: "join.invalid", message: message)
  }

  private var verb: String {
    switch kind {
    case .copies: "`gangmu dedupe`"
    case .classes: "`gangmu classify apply`"
    }
  }

  /// The object on a line without its `id`, which is written to `id` as JSON.
  private static func withoutID(_ line: [UInt8], _ id: inout [UInt8]) throws(JSONFailure) -> [UInt8] {
    var result = [UInt8(ascii: "{")]
    try line.withUnsafeBufferPointer { bytes throws(JSONFailure) in
      var scanner = JSONScanner(bytes)
      try scanner.object { (scanner, key) throws(JSONFailure) in
        let value = bytes[try scanner.raw()]
        if key == Array("id".utf8) {
          id = Array(value)
        } else {
          if result.count > 1 { result.append(UInt8(ascii: ",")) }
          var writer = JSONWriter()
          writer.string(String(decoding: key, as: UTF8.self))
          result += writer.bytes
          result.append(UInt8(ascii: ":"))
          result += value
        }
      }
      try scanner.end()
    }
    result.append(UInt8(ascii: "}"))
    return result
  }
}
