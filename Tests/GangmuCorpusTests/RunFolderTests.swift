import Gangmu
import GangmuCorpus
import TestSupport
import Testing

@Suite struct RunFolderTests {
  private let folder: TemporaryFolder
  private static let pageCount = 700

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<Self.pageCount {
      try folder.write(PlanPages.input(number, badEvery: 90).bytes, to: "pages/\(1000 + number).txt")
    }
  }

  private func open(
    _ name: String, resumes: Bool = false, compression: Compression = .none, options: [RunDescription.Option] = []
  ) throws -> RunFolder {
    var folderOptions = RunFolder.Options()
    folderOptions.compression = compression
    folderOptions.shardSize = 200_000
    folderOptions.resumes = resumes
    return try RunFolder(
      folder.file(name),
      RunDescription(options: options, listing: InputListing(PathSource([folder.file("pages")]))),
      options: folderOptions)
  }

  /// Runs until the end, or stops after some batches.
  @discardableResult
  private func run(into output: RunFolder, jobs: Int, stopAfter batches: Int = .max) -> RunWriter.End {
    var run = CorpusRun(PathSource([folder.file("pages")]))
    run.options.jobs = jobs
    let encoder = RecordEncoder(output.compression) { (record, bytes) throws(InputFailure) in
      record.appendJSON(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    var count = 0
    return RunWriter(run, encoder: encoder, limit: nil).write(to: output) { (_, _, _) throws(OutputFile.Failure) in
      count += 1
      if count == batches { throw .closed }
    }.end
  }

  private func completeRun(_ name: String, jobs: Int = 1, compression: Compression = .none) throws -> [String: [UInt8]]
  {
    let output = try open(name, compression: compression)
    #expect(run(into: output, jobs: jobs) == .complete)
    return try folder.contents(name).filter { $0.key != ".gangmu.lock" }
  }

  @Test func `the shards hold the records in order, the manifest tells of them, and nothing else is left`() throws {
    let files = try completeRun("out")
    let manifest = try #require(RunManifest(files["manifest.json"] ?? []))
    #expect(manifest.shards.count > 3)
    #expect(manifest.shards.map(\.positions.lowerBound) == [0] + manifest.shards.dropLast().map(\.positions.upperBound))
    #expect(manifest.shards.last?.positions.upperBound == Self.pageCount)
    let names = manifest.shards.map(\.file.name) + manifest.shards.compactMap(\.errors?.name) + ["manifest.json"]
    #expect(Set(names) == Set(files.keys))
    for shard in manifest.shards {
      let bytes = files[shard.file.name] ?? []
      #expect(bytes.count == shard.file.bytes && SHA256.hexDigest(of: bytes) == shard.file.sha256, "\(shard.index)")
      #expect(bytes.count { $0 == UInt8(ascii: "\n") } == shard.counts.documents)
    }
    let all = manifest.shards.flatMap { files[$0.file.name] ?? [] }
    let expected = PageParser().documents(in: PathSource([folder.file("pages")])).flatMap { page in
      ((try? page.get()) ?? []).flatMap { Record($0).json() + [UInt8(ascii: "\n")] }
    }
    #expect(all == expected)
    #expect(manifest.shards.reduce(0) { $0 + $1.counts.failures } == Self.pageCount / 90)
  }

  @Test(arguments: Compression.allCases)
  func `the number of jobs changes nothing, nor do interruptions`(compression: Compression) throws {
    let expected = try completeRun("one", jobs: 1, compression: compression)
    #expect(try completeRun("three", jobs: 3, compression: compression) == expected)
    // Each time a little further, until it is done.
    var end = RunWriter.End.closed
    var rounds = 0
    while end != .complete, rounds < 50 {
      end = run(into: try open("many", resumes: true, compression: compression), jobs: 2, stopAfter: 4)
      rounds += 1
    }
    #expect(rounds > 2 && end == .complete)
    #expect(try folder.contents("many").filter { $0.key != ".gangmu.lock" } == expected)
  }

  @Test func `compressed shards hold what plain ones do`() throws {
    let plain = try completeRun("plain")
    for (compression, ending) in [(Compression.gz, ".gz"), (.zst, ".zst")] {
      let files = try completeRun(ending, compression: compression)
      for (name, bytes) in plain where name.hasPrefix("part") {
        try folder.write(files[name + ending] ?? [], to: "unfolded/\(name).txt\(ending)")
        let page = PathSource([folder.file("unfolded/\(name).txt\(ending)")]).first { _ in true }
        #expect(try page?.get().bytes == bytes, "\(name)\(ending)")
        #expect(try page?.get().warnings.map(\.code) == ["input.json"])
      }
    }
  }

  @Test func `a shard that is not as it was written is written anew, the others are kept`() throws {
    let expected = try completeRun("out")
    for (name, bytes) in [("part-00001.jsonl", [UInt8]("{}\n".utf8)), ("errors-00000.jsonl", [])] {
      try folder.write(bytes, to: "out/\(name)")
    }
    try folder.remove("out/part-00003.jsonl")
    let output = try open("out", resumes: true)
    #expect(output.brokenFiles.sorted() == ["errors-00000.jsonl", "part-00001.jsonl", "part-00003.jsonl"])
    #expect(!output.isComplete && output.tallyDone.pages > 0)
    #expect(run(into: output, jobs: 2) == .complete)
    #expect(try folder.contents("out").filter { $0.key != ".gangmu.lock" } == expected)
  }

  @Test func `a journal with a torn line counts up to it`() throws {
    let expected = try completeRun("whole")
    run(into: try open("out"), jobs: 1, stopAfter: 8)
    let journal = try folder.bytes("out/journal.jsonl")
    try folder.write(Array(journal.dropLast(journal.count / 3)), to: "out/journal.jsonl")
    #expect(run(into: try open("out", resumes: true), jobs: 2) == .complete)
    #expect(try folder.contents("out").filter { $0.key != ".gangmu.lock" } == expected)
  }

  @Test func `a complete run has nothing left to do`() throws {
    let expected = try completeRun("out")
    let output = try open("out", resumes: true)
    #expect(output.isComplete && output.tallyDone.pages == Self.pageCount)
    #expect(run(into: output, jobs: 2) == .complete)
    #expect(try folder.contents("out").filter { $0.key != ".gangmu.lock" } == expected)
  }

  // MARK: What is refused

  private func refusal(_ body: () throws -> RunFolder) -> String {
    do {
      _ = try body()
      return "nothing was refused"
    } catch {
      return "\(error)"
    }
  }

  @Test func `a folder with a run is not written into unasked`() throws {
    _ = try completeRun("out")
    #expect(refusal { try open("out") }.contains("holds a complete run"))
    run(into: try open("begun"), jobs: 1, stopAfter: 5)
    #expect(refusal { try open("begun") }.contains("holds a begun run"))
  }

  @Test func `a folder with something else is not written into at all`() throws {
    try folder.write("mine", to: "out/notes.txt")
    #expect(refusal { try open("out") }.contains("notes.txt"))
    #expect(refusal { try open("out", resumes: true) }.contains("notes.txt"))
    try folder.write("mine", to: "damaged/manifest.json")
    #expect(refusal { try open("damaged", resumes: true) }.contains("manifest.json is damaged"))
  }

  @Test func `another run, another option and a changed input are noticed`() throws {
    run(into: try open("out", options: [.init("normalize", "hans")]), jobs: 1, stopAfter: 5)
    let other = refusal { try open("out", resumes: true, options: [.init("normalize", nil as String?)]) }
    #expect(other.contains(#"the option normalize was "hans" and is null"#), "\(other)")
    try folder.write(PlanPages.text(1) + "四、其他\n", to: "pages/1300.txt")
    let changed = refusal { try open("out", resumes: true, options: [.init("normalize", "hans")]) }
    #expect(changed.contains("pages has changed"), "\(changed)")
  }

  @Test func `one folder takes one run at a time`() throws {
    let first = try open("out")
    let second = refusal { try open("out", resumes: true) }
    #expect(second.contains("another run writes into"), "\(second)")
    #expect(run(into: first, jobs: 1) == .complete)
  }

  @Test func `where a folder cannot be made or written the reason is told`() throws {
    try folder.write("", to: "file")
    #expect(refusal { try open("file/out") }.contains("Not a directory"))
    try folder.makeReadOnlyFolder("locked")
    let reason = asOrdinaryUser { refusal { try open("locked/out") } }
    #expect(reason.contains("Permission denied"), "\(reason)")
  }
}
