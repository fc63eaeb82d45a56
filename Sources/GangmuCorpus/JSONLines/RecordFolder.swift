import Glibc

/// The files of a folder that hold records.
///
/// Of a run that `gangmu parse --output` completed these are the parts that its manifest names, if each is there and as long as it
/// says: a run that lost a part is not whole, and what lies beside the parts is not of the run. Of a run that has not ended they
/// are its parts so far; of any other folder, all files that are named `*.jsonl`, `*.jsonl.gz` or `*.jsonl.zst`.
struct RecordFolder {
  /// The files, those of a run in its order, others in the order of the bytes of their names.
  private(set) var files: [FilePath] = []
  /// Why records are missing.
  private(set) var failures: [InputFailure] = []
  /// What is to be known beside that: which files were left out.
  private(set) var notes: [InputFailure] = []
  /// What the run counted that wrote the folder, as far as it has come; nil where none did.
  private(set) var counts: RunTally?

  private let path: FilePath

  /// Looks through a folder whose entries have these names.
  init(_ path: FilePath, names: [[CChar]]) {
    self.path = path
    let entries = names.map { path.appending($0) }
    let manifest = entries.first { $0.name == RunManifest.fileName }.map(Manifest.init)
    let journal = entries.first { $0.name == RunJournal.fileName }
    switch manifest {
    case .ofRun(let manifest): take(manifest, among: entries)
    case .unknown(let reason):
      fail("input.damaged", "\(RunManifest.fileName) \(reason): whether the parts that follow are all cannot be told")
      takeParts(among: entries)
    case .ofOthers, nil:
      if let journal { take(journal, among: entries) } else { takeAll(among: entries) }
    }
  }

  /// Takes the parts of a run that has not ended. Where the journal is none and no parts lie beside it, the folder has a file
  /// of this name for reasons of its own.
  private mutating func take(_ journal: FilePath, among entries: [FilePath]) {
    if let bytes = try? Self.bytes(of: journal), let run = RunJournal.read(bytes), RunDescription.describesRun(run.run)
    {
      fail("input.unfinished", "the run that writes this folder has not ended; the parts that are complete follow")
      counts = run.shards.map(\.counts).reduce(RunTally(), +)
      takeParts(among: entries)
    } else if entries.contains(where: Self.isPart) {
      fail(
        "input.damaged", "\(RunJournal.fileName) is damaged: which of the parts that follow are complete cannot be told"
      )
      takeParts(among: entries)
    } else {
      takeAll(among: entries)
    }
  }

  /// What a file with the name of a manifest is.
  private enum Manifest {
    case ofRun(RunManifest)
    /// It cannot be read, is no JSON, or a run's and not as one is written.
    case unknown(String)
    /// Other programs have manifests too.
    case ofOthers

    init(_ file: FilePath) {
      let bytes: [UInt8]
      do throws(SystemError) {
        bytes = try RecordFolder.bytes(of: file)
      } catch {
        self = .unknown("cannot be read (\(error.text))")
        return
      }
      guard let tree = try? JSONTree(bytes) else {
        self = .unknown("is damaged")
        return
      }
      guard RunDescription.describesRun(tree) else {
        self = .ofOthers
        return
      }
      self = RunManifest(tree).map { .ofRun($0) } ?? .unknown("is damaged")
    }
  }

  private mutating func take(_ manifest: RunManifest, among entries: [FilePath]) {
    counts = manifest.shards.map(\.counts).reduce(RunTally(), +)
    var lost: [String] = []
    for file in manifest.shards.map(\.file) {
      let entry = path.appending(file.name.utf8.map { CChar(bitPattern: $0) })
      switch Self.length(of: entry) {
      case file.bytes: files.append(entry)
      case nil: lost.append("\(file.name) is missing")
      case let length?: lost.append("\(file.name) has \(length) bytes, not \(file.bytes)")
      }
    }
    if !lost.isEmpty {
      fail("input.incomplete", "the run is not whole: \(Self.list(lost)); its other parts follow")
    }
    let own = Set(manifest.shards.flatMap { [$0.file.name, $0.errors?.name ?? ""] } + [RunJournal.fileName])
    let others = entries.map(\.name).filter { Self.mayHoldRecords($0) && !own.contains($0) }
    if !others.isEmpty {
      notes.append(failure("input.not_of_run", "not of the run, and left out: \(Self.list(others))"))
    }
  }

  private mutating func takeParts(among entries: [FilePath]) {
    take(entries.filter(Self.isPart))
  }

  private static func isPart(_ file: FilePath) -> Bool { file.name.hasPrefix("part-") && mayHoldRecords(file.name) }

  private mutating func takeAll(among entries: [FilePath]) {
    take(entries.filter { Self.mayHoldRecords($0.name) })
  }

  private mutating func take(_ files: [FilePath]) {
    self.files = files
    if files.isEmpty { fail("input.no_records", "a folder without *.jsonl, *.jsonl.gz, *.jsonl.zst") }
  }

  private static func mayHoldRecords(_ name: String) -> Bool {
    [".jsonl", ".jsonl.gz", ".jsonl.zst"].contains { name.hasSuffix($0) }
  }

  // MARK: Telling

  private mutating func fail(_ code: String, _ message: String) { failures.append(failure(code, message)) }

  private func failure(_ code: String, _ message: String) -> InputFailure {
    InputFailure(uri: path.uri, stage: .read, code: code, message: message)
  }

  /// The first few, and how many more there are.
  private static func list(_ things: [String]) -> String {
    let shown = things.prefix(3).joined(separator: ", ")
    return things.count > 3 ? "\(shown) and \(things.count - 3) more" : shown
  }

  // MARK: Files

  private static func bytes(of file: FilePath) throws(SystemError) -> [UInt8] {
    let window = ByteWindow(FileStream(try OpenFile(file), meter: ReadMeter()))
    guard let bytes = try window.takeAll(limit: longestManifest) else { throw SystemError(number: EFBIG) }
    return bytes
  }

  /// A part has some hundred bytes there.
  private static let longestManifest = 1 << 30

  /// The length of a regular file; nil where there is none.
  private static func length(of file: FilePath) -> Int? {
    var status = stat()
    guard file.withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
