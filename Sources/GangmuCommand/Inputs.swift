import ArgumentParser
import Gangmu
import GangmuCorpus
import Glibc

/// The paths that a verb reads, and what to do with what they give.
struct Inputs: ParsableArguments {
  @Argument(
    help: "Files, folders (read with all in them, in the order of the names), or - for standard input.",
    completion: .file())
  var paths: [String] = []

  func validate() throws {
    if paths.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Give at least one path, or - to read standard input.")
    }
  }

  /// Writes what `write` appends for each document of each input to standard output, each input that failed to standard
  /// error, and ends the program with code 1 where one did.
  func forEachDocument(
    _ parser: PageParser = PageParser(), _ write: (ParsedDocument, _ isFirstOfPage: Bool, inout [UInt8]) -> Void
  ) throws {
    try forEach(parser.documents(in: source)) { document, output in
      write(document, document.source.index == 0, &output)
    }
  }

  /// The pages that the paths give.
  var source: PathSource { PathSource(paths.isEmpty ? ["-"] : paths) }

  /// Writes what `write` appends for each thing found in each input, as `forEachDocument` does.
  func forEach<Found>(
    _ results: some Sequence<Result<[Found], InputFailure>>, _ write: (Found, inout [UInt8]) -> Void
  ) throws {
    var output = OutputFile.standardOutput()
    var hasFailed = false
    do throws(OutputFile.Failure) {
      for result in results {
        switch result {
        case .success(let found):
          for one in found {
            write(one, &output.buffer)
            try output.flushIfFull()
          }
        case .failure(let failure):
          // What came before it is seen before it.
          try output.flush()
          StandardError.write("gangmu: \(failure)")
          hasFailed = true
        }
      }
      try output.flush()
    } catch {
      // Where the reader of the output has gone there is nobody left to tell.
      guard case .system(let reason) = error else { throw ExitCode(hasFailed ? 1 : 0) }
      StandardError.write("gangmu: cannot write the output: \(reason)")
      hasFailed = true
    }
    if hasFailed { throw ExitCode(1) }
  }
}
