import Gangmu
import Glibc

/// The file that tells how far a run has come: the run on its first line, then a line for each shard that is complete.
///
/// A shard is written down when it is on the disk under its name, so what stands here is there. The last line may be torn.
final class RunJournal {
  /// The name of its file.
  static let fileName = "journal.jsonl"

  private let descriptor: Int32
  private let path: String

  /// Begins a journal, in place of one that may be there.
  init(_ path: String, _ description: RunDescription, shards: [Shard]) throws(OutputFile.Failure) {
    self.path = path
    var bytes = JSONTree.object(description.members).json + [UInt8(ascii: "\n")]
    for shard in shards { bytes += Self.line(shard) }
    try AtomicFile.write(bytes, to: path)
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw .file(path, reason: SystemError(number: errno).text) }
  }

  deinit {
    close(descriptor)
  }

  /// Writes down a shard.
  func append(_ shard: Shard) throws(OutputFile.Failure) {
    var file = OutputFile(descriptor: descriptor)
    try file.write(Self.line(shard))
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw .file(path, reason: SystemError(number: errno).text)
    }
  }

  private static func line(_ shard: Shard) -> [UInt8] {
    var writer = JSONWriter()
    shard.write(to: &writer)
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// Reads a journal.
  ///
  /// - Returns: What the run is, and its shards in order, the later where two have one place; nil where it is no journal.
  static func read(_ bytes: [UInt8]) -> (run: JSONTree, shards: [Shard])? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
    guard let first = lines.first, let run = try? JSONTree(Array(first)) else { return nil }
    var shards: [Int: Shard] = [:]
    for line in lines.dropFirst() {
      guard let tree = try? JSONTree(Array(line)), let shard = Shard(tree) else { break }
      shards[shard.index] = shard
    }
    return (run, shards.values.sorted { $0.index < $1.index })
  }
}
