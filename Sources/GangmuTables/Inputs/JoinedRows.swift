import Gangmu
import GangmuCorpus

/// What `gangmu dedupe` or `gangmu classify apply` wrote about records: a line for each, in the order of the records.
struct JoinedRows {
  /// The key that the rows get in the records: that which `--join` of those verbs gives them.
  let key: String
  private let path: String
  private var files: RecordFiles
  private var hasEnded = false

  init(_ path: String, key: String) {
    self.path = path
    self.key = key
    files = RecordFiles([path])
  }

  /// The next row, which must be about the record with this id (as JSON), without its `id`.
  mutating func next(for id: [UInt8], of record: String) throws(InputFailure) -> [UInt8] {
    switch files.next() {
    case .failure(let failure): throw failure
    case nil:
      throw InputFailure(
        uri: path, stage: .read, code: "join.too_short", message: "has no line for \(record): made from other records?")
    case .success(let line):
      var rowID: [UInt8] = []
      let row: [UInt8]
      do throws(JSONFailure) {
        row = try Self.withoutID(line.bytes, &rowID)
      } catch {
        throw line.failure("jsonl.invalid", "not JSON: \(error)")
      }
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
    if case .success(let line) = files.next() {
      throw line.failure("join.too_long", "is about no record: made from other records?")
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
