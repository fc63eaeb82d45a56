import Gangmu
import Glibc

/// Records to a folder, in shards that are each complete or not there, so that a run that ended early can go on.
///
/// Where a shard ends depends on the input and the options alone. So a run that goes on writes the same files as one that was
/// never interrupted, whatever the number of its jobs.
package final class RunFolder: RunOutput {
  /// The options of a folder.
  package struct Options: Sendable {
    /// How the shards are compressed.
    package var compression = Compression.zst
    /// The bytes of records, before compression, with which a shard ends.
    package var shardSize = 64 << 20
    /// Whether to go on with what is there.
    package var resumes = false

    /// Makes the options of a new run.
    package init() {}
  }

  package let compression: Compression
  package private(set) var done = CompletedPages()
  package private(set) var tallyDone = RunTally()
  /// Whether there is nothing left to do.
  package private(set) var isComplete = false
  /// The shards that are not as they were written, by the names of their files.
  package private(set) var brokenFiles: [String] = []

  private let path: String
  private let description: RunDescription
  private let shardSize: Int
  private let lock: FolderLock
  private var journal: RunJournal?
  /// The complete shards by their place.
  private var shards: [Int: Shard] = [:]
  /// The place of the shard that begins with a page.
  private var indexOfFirst: [Int: Int] = [0: 0]
  private var open: ShardWriter?
  private var nextPosition = 0

  /// Opens a folder for a run, makes it where it is not there, and looks at each shard that it holds.
  package init(_ path: String, _ description: RunDescription, options: Options) throws(RunFolderFailure) {
    self.path = path
    self.description = description
    compression = options.compression
    shardSize = options.shardSize
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw .system("\(path): \(SystemError(number: errno).text)") }
    // A folder of someone else's is left as it is.
    try Self.requireRun(try Self.names(in: path), in: path)
    do throws(FolderLock.Failure) {
      lock = try FolderLock(path)
    } catch {
      switch error {
      case .held(let process): throw .locked(folder: path, process: process)
      case .system(let reason): throw .system("\(path): \(reason)")
      }
    }
    let names = try Self.names(in: path)
    try Self.requireRun(names, in: path)
    for name in names where Self.isUnfinished(name) { unlink("\(path)/\(name)") }
    guard let stored = try Self.stored(in: path, names) else {
      try begin()
      return
    }
    guard options.resumes else { throw .exists(folder: path, isComplete: stored.isComplete) }
    if description.listing.hasStandardInput { throw .standardInput }
    if let difference = description.difference(from: stored.run) {
      throw .differs(folder: path, difference: difference)
    }
    take(stored.shards)
    if stored.isComplete, brokenFiles.isEmpty {
      // The run before may have been killed when the manifest was there and the journal still too.
      unlink("\(path)/\(RunJournal.fileName)")
      isComplete = true
      return
    }
    try begin()
    if stored.isComplete { unlink("\(path)/\(RunManifest.fileName)") }
  }

  package func write(_ batch: EncodedBatch) throws(OutputFile.Failure) {
    // The run is over, and one that goes on with it begins the batch again.
    guard batch.isWhole else { return }
    // Between them are pages that are done.
    if batch.positions.lowerBound != nextPosition { try closeShard() }
    let first = batch.positions.lowerBound
    let shard: ShardWriter
    if let open {
      shard = open
    } else {
      shard = try ShardWriter(indexOfFirst[first] ?? shards.count, first: first, in: path, compression)
      open = shard
    }
    try shard.write(batch)
    nextPosition = batch.positions.upperBound
    if shard.size >= shardSize { try closeShard() }
  }

  package func finish() throws(OutputFile.Failure) {
    if isComplete { return }
    try closeShard()
    try AtomicFile.write(RunManifest.text(description, shards: sortedShards), to: "\(path)/\(RunManifest.fileName)")
    unlink("\(path)/\(RunJournal.fileName)")
    isComplete = true
  }

  /// Writes the failures of all shards into one file.
  package func copyErrors(to file: String) throws(OutputFile.Failure) {
    let copy = try AtomicFile(file)
    for shard in sortedShards {
      guard let errors = shard.errors else { continue }
      guard let bytes = try? WholeFile.bytes(of: "\(path)/\(errors.name)") else {
        throw .system("\(path)/\(errors.name): cannot be read")
      }
      try copy.write(bytes)
    }
    try copy.commit()
  }

  private var sortedShards: [Shard] { shards.values.sorted { $0.index < $1.index } }

  private func begin() throws(RunFolderFailure) {
    do throws(OutputFile.Failure) {
      journal = try RunJournal("\(path)/\(RunJournal.fileName)", description, shards: sortedShards)
    } catch {
      throw .system("\(error)")
    }
  }

  private func closeShard() throws(OutputFile.Failure) {
    guard let open else { return }
    let shard = try open.commit()
    self.open = nil
    try journal?.append(shard)
    add(shard)
  }

  private func add(_ shard: Shard) {
    shards[shard.index] = shard
    indexOfFirst[shard.positions.upperBound] = shard.index + 1
  }

  /// Takes over the shards that are as they were written.
  private func take(_ stored: [Shard]) {
    for shard in stored {
      indexOfFirst[shard.positions.lowerBound] = shard.index
      let broken = [shard.file, shard.errors].compactMap { $0 }.filter { !isIntact($0) }
      if broken.isEmpty {
        add(shard)
        tallyDone += shard.counts
      } else {
        brokenFiles += broken.map(\.name)
      }
    }
    done = CompletedPages(shards.values.map(\.positions))
  }

  private func isIntact(_ file: Shard.File) -> Bool {
    FileDigest.sha256(of: "\(path)/\(file.name)", length: file.bytes) == file.sha256
  }

  // MARK: What is there

  private static func names(in path: String) throws(RunFolderFailure) -> [String] {
    guard let stream = opendir(path) else { throw .system("\(path): \(SystemError(number: errno).text)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = OpenFile.name(of: entry).map { UInt8(bitPattern: $0) }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  /// A folder that holds files must be that of a run.
  private static func requireRun(_ names: [String], in path: String) throws(RunFolderFailure) {
    if names.contains(RunManifest.fileName) || names.contains(RunJournal.fileName) { return }
    if let first = names.filter({ !$0.hasPrefix(".") }).min() { throw .notEmpty(folder: path, file: first) }
  }

  /// Whether a file is what a run that ended early was writing.
  private static func isUnfinished(_ name: String) -> Bool {
    name.hasSuffix(".part") && [".part-", ".errors-", ".journal.", ".manifest."].contains { name.hasPrefix($0) }
  }

  private static func stored(
    in path: String, _ names: [String]
  ) throws(RunFolderFailure) -> (run: JSONTree, shards: [Shard], isComplete: Bool)? {
    for name in [RunManifest.fileName, RunJournal.fileName] where names.contains(name) {
      guard let bytes = try? WholeFile.bytes(of: "\(path)/\(name)") else {
        throw .system("\(path)/\(name): cannot be read")
      }
      if name == RunJournal.fileName {
        guard let journal = RunJournal.read(bytes) else { throw .damaged("\(path)/\(name)") }
        return (journal.run, journal.shards, false)
      }
      guard let manifest = RunManifest(bytes) else { throw .damaged("\(path)/\(name)") }
      return (manifest.run, manifest.shards, true)
    }
    return nil
  }
}
