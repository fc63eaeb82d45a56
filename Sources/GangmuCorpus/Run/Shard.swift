import Gangmu

/// One file of a run's output, as the manifest tells of it.
package struct Shard: Sendable, Hashable {
  /// A file on the disk.
  package struct File: Sendable, Hashable {
    /// Its name in the folder.
    package var name: String
    /// Its length.
    package var bytes: Int
    /// The SHA-256 of its bytes, in hexadecimal.
    package var sha256: String
  }

  /// Its place among the shards, from 0.
  package var index: Int
  /// The places in the input of the pages that it holds the records of.
  package var positions: Range<Int>
  /// The file with the records.
  package var file: File
  /// The bytes of the records before compression.
  package var plainBytes: Int
  /// The SHA-256 of the names and hashes of the pages.
  package var inputSHA256: String
  /// The file with the pages that gave no records, where there are any.
  package var errors: File?
  /// What was counted.
  package var counts: RunTally

  /// The name of the file with the records of a shard.
  static func name(_ index: Int, _ compression: Compression) -> String {
    "part-\(number(index)).jsonl\(compression.fileExtension)"
  }

  /// The name of the file with the pages of a shard that gave no records.
  static func errorsName(_ index: Int) -> String {
    "errors-\(number(index)).jsonl"
  }

  private static func number(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}

extension Shard: JSONWritable {
  private enum CodingKeys: String, CodingKey {
    case index, first, last, file, errors, counts
    case plainBytes = "plain_bytes"
    case inputSHA256 = "input_sha256"
  }

  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.index, index)
      $0.member(CodingKeys.first, positions.lowerBound)
      $0.member(CodingKeys.last, positions.upperBound - 1)
      $0.member(CodingKeys.file, file)
      $0.member(CodingKeys.plainBytes, plainBytes)
      $0.member(CodingKeys.inputSHA256, inputSHA256)
      $0.member(CodingKeys.errors, errors)
      $0.member(CodingKeys.counts, counts)
    }
  }

  /// Reads what `write(to:)` wrote; nil where it is something else.
  init?(_ json: JSONTree) {
    guard let index = json["index"]?.integer, let first = json["first"]?.integer, let last = json["last"]?.integer,
      first >= 0, first <= last, let file = File(json["file"]), let plainBytes = json["plain_bytes"]?.integer,
      let input = json["input_sha256"]?.string, let counts = RunTally(json["counts"])
    else { return nil }
    self.init(
      index: index, positions: first..<last + 1, file: file, plainBytes: plainBytes, inputSHA256: input,
      errors: File(json["errors"]), counts: counts)
  }
}

extension Shard.File: JSONWritable {
  private enum CodingKeys: String, CodingKey {
    case name, bytes, sha256
  }

  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.name, name)
      $0.member(CodingKeys.bytes, bytes)
      $0.member(CodingKeys.sha256, sha256)
    }
  }

  fileprivate init?(_ json: JSONTree?) {
    guard let json, let name = json["name"]?.string, !name.contains("/"), let bytes = json["bytes"]?.integer,
      let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(name: name, bytes: bytes, sha256: sha256)
  }
}
