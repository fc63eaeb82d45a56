import ArgumentParser
import GangmuCorpus
import Glibc

/// Where the records go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write into a folder, in shards, so that a run that ended early can go on; or into a file, whose name ends in .jsonl, "
        + ".jsonl.gz or .jsonl.zst; - is standard output.", valueName: "path"), completion: .file())
  private var output: String?

  @Flag(help: "Go on with the run in the folder. Where none is there, begin one.")
  var resume = false

  @Option(
    help: "In a folder, how the shards are compressed: none, gz, zst. (default: \(RunFolder.Options().compression))")
  private var compress: Compression?

  @Option(
    help:
      "In a folder, how large a shard is before compression: 500K, 1G. (default: \(RunFolder.Options().shardSize >> 20)M)"
  )
  private var shardSize: ByteCount?

  /// The file or the folder; nil for standard output.
  var path: String? { output == "-" ? nil : output }

  private static let fileEndings = [".jsonl", ".ndjson"].flatMap { ending in ["", ".gz", ".zst"].map { ending + $0 } }
  private static let otherEndings = [".json", ".csv", ".txt", ".gz", ".zst", ".sqlite", ".db", ".parquet"]

  /// Whether the output is a file.
  var isFile: Bool { path.map { path in Self.fileEndings.contains(where: path.hasSuffix) } ?? false }

  /// Whether the output is a folder.
  var isFolder: Bool { path != nil && !isFile }

  func validate() throws {
    if !isFolder, compress != nil || shardSize != nil {
      throw ValidationError(
        "--compress and --shard-size go with an output folder; a file is compressed as its name ends.")
    }
    guard let output = path else {
      if resume { throw ValidationError("--resume goes with --output FOLDER.") }
      return
    }
    if output.isEmpty { throw ValidationError("--output needs a path.") }
    if isFile, resume { throw ValidationError("--resume goes with a folder; \(output) is a file.") }
    if !isFile, Self.otherEndings.contains(where: { output.hasSuffix($0) }) {
      throw ValidationError("'\(output)' ends neither in .jsonl, .jsonl.gz or .jsonl.zst nor as a folder's name.")
    }
  }

  /// Where the records go, unless that is standard output.
  var written: WrittenPath? { path.map { WrittenPath(option: "--output", path: $0) } }

  /// Opens the output.
  ///
  /// - Parameter describe: Gives what a folder is to know of the run.
  func open(_ describe: () throws -> RunDescription) throws -> any RunOutput {
    guard let output = path else { return StreamOutput() }
    do {
      if isFile {
        var status = stat()
        guard lstat(output, &status) != 0 else {
          StandardError.write("gangmu: \(output) is there already: remove it, or name another file")
          throw ParseExit.outputRefused
        }
        return try FileOutput(output)
      }
      return try RunFolder(output, try describe(), options: folderOptions)
    } catch let failure as RunFolderFailure {
      StandardError.write("gangmu: \(failure)")
      throw ParseExit.refused(failure)
    } catch let failure as OutputFile.Failure {
      StandardError.write("gangmu: cannot write the output: \(failure)")
      if case .locked = failure { throw ParseExit.outputLocked }
      throw ParseExit.outputFailed
    }
  }

  private var folderOptions: RunFolder.Options {
    var options = RunFolder.Options()
    if let compress { options.compression = compress }
    if let shardSize { options.shardSize = shardSize.bytes }
    options.resumes = resume
    return options
  }

  /// What of this decides which bytes are written.
  var described: [RunDescription.Option] {
    let options = folderOptions
    return [.init("compress", options.compression.rawValue), .init("shard_size", options.shardSize)]
  }
}

extension Compression: ExpressibleByArgument {}
