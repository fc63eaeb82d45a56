import ArgumentParser
import GangmuCorpus
import Glibc

/// One run of `gangmu parse`, from opening the output to the exit code.
struct ParseRun {
  private let command: Parse
  private let options: RunOptions
  private let corpusRun: CorpusRun

  init(_ command: Parse) throws {
    self.command = command
    options = command.options
    corpusRun = try command.corpusRun()
  }

  func run() throws {
    MemoryPolicy.keepFreedMemory()
    Interruption.install()
    let source = command.inputs.source
    try requirePlaces(apartFrom: source.paths)
    var size = InputSize(of: source)
    let output = try command.output.open {
      let listing = InputListing(source)
      // A list that was broken off is none to know the input by.
      if let signal = Interruption.signal {
        StandardError.write("gangmu: interrupted before the first page")
        throw ParseExit.interrupted(signal)
      }
      if !listing.hasStandardInput { size = InputSize(bytes: listing.bytes) }
      return RunDescription(options: command.described, listing: listing)
    }
    let folder = output as? RunFolder
    var progress = RunProgress(isQuiet: options.quiet, size: size, before: output.tallyDone)
    tellOfWhatIsThere(folder, &progress)
    let log = try opening { () throws(OutputFile.Failure) in try ErrorLog(options.errors, after: folder) }
    let writer = RunWriter(corpusRun, encoder: command.encoder(for: output), limit: options.limit)
    var (end, last) = writer.write(to: output) { (now, failures, warnings) throws(OutputFile.Failure) in
      for warning in warnings { progress.tell("gangmu: \(warning)") }
      try log.write(failures, &progress)
      progress.update(now)
    }
    progress.end()
    log.end()
    // In their order, also where a shard amid the others was written anew.
    if end == .complete, let folder, let errors = options.errors, !AtomicFile.isWrittenInPlace(errors) {
      do throws(OutputFile.Failure) { try folder.copyErrors(to: errors) } catch { end = .unwritable("\(error)") }
    }
    let summary = RunSummary(
      end: end, tally: last.tally, before: output.tallyDone, seconds: progress.seconds, jobs: corpusRun.options.jobs)
    if end == .complete, last.tally.pages == 0 { command.inputs.tellOfNoPages() }
    tell(end, summary, hasShownProgress: progress.hasShown)
    if let path = options.summary {
      try opening { () throws(OutputFile.Failure) in try summary.write(to: path) }
    }
    if let code = exitCode(of: end, failures: last.tally.failures) { throw code }
  }

  /// Sees, before anything is read or written, that every place to write to is one, and no input is lost under it.
  private func requirePlaces(apartFrom inputs: [String]) throws {
    let sideFiles = options.sideFiles
    let written = [command.output.written].compactMap(\.self) + sideFiles.map(\.written)
    for path in written { try path.requireApart(from: inputs) }
    try WrittenPath.requireApart(written)
    for file in sideFiles { try file.requireWritable() }
  }

  private func tellOfWhatIsThere(_ folder: RunFolder?, _ progress: inout RunProgress) {
    guard let folder, let path = command.output.path else { return }
    for file in folder.brokenFiles {
      progress.tell("gangmu: \(path)/\(file) is not as it was written; its part is written anew")
    }
    if folder.isComplete, !options.quiet { progress.tell("gangmu: the run is complete: nothing is left to do") }
  }

  /// Does something with a file; where that fails, says so and ends the program.
  private func opening<Result>(_ body: () throws(OutputFile.Failure) -> Result) throws -> Result {
    do throws(OutputFile.Failure) {
      return try body()
    } catch {
      StandardError.write("gangmu: cannot write the output: \(error)")
      throw ParseExit.outputFailed
    }
  }

  private func tell(_ end: RunWriter.End, _ summary: RunSummary, hasShownProgress: Bool) {
    switch end {
    case .unwritable(let reason): StandardError.write("gangmu: cannot write the output: \(reason)")
    case .tooManyFailures where !options.failFast:
      StandardError.write("gangmu: stopped: \(summary.tally.failures) of \(summary.tally.pages) pages gave no records")
    case .interrupted: StandardError.write("gangmu: interrupted: \(stateAfterInterruption)")
    default: break
    }
    // Records on standard output of a short run are all that there is to say.
    if !options.quiet, command.output.path != nil || hasShownProgress {
      StandardError.write("gangmu: \(summary.line)")
    }
  }

  /// What is there after a signal, and how to go on.
  private var stateAfterInterruption: String {
    guard let path = command.output.path else { return "the pages after these were not read" }
    if command.output.isFile { return "\(path) was not written" }
    return command.inputs.source.paths.contains("-")
      ? "\(path) holds the parts that were complete" : "the same command with --resume goes on from what \(path) holds"
  }

  private func exitCode(of end: RunWriter.End, failures: Int) -> ExitCode? {
    switch end {
    case .complete, .closed: failures > 0 ? ParseExit.someFailed : nil
    case .tooManyFailures: ParseExit.tooManyFailures
    case .interrupted(let signal): ParseExit.interrupted(signal)
    case .unwritable: ParseExit.outputFailed
    }
  }
}
