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

  /// The pages that the paths give.
  var source: PathSource { PathSource(paths.isEmpty ? ["-"] : paths) }

  /// Writes what `write` appends for each document of each input. See `forEach`.
  func forEachDocument(
    _ parser: PageParser = PageParser(), head: String = "", tail: String = "",
    _ write: (ParsedDocument, _ isFirstOfPage: Bool, inout [UInt8]) -> Void
  ) throws {
    try forEach(parser.documents(in: source), head: head, tail: tail) { document, output in
      write(document, document.source.index == 0, &output)
    }
  }

  /// Writes what `write` appends for each thing found in each input to standard output, between `head` and `tail`, each input
  /// that failed to standard error, and ends the program with code 1 where one did.
  func forEach<Found>(
    _ results: some Sequence<Result<[Found], InputFailure>>, head: String = "", tail: String = "",
    _ write: (Found, inout [UInt8]) -> Void
  ) throws {
    var output = OutputFile.standardOutput()
    output.buffer += Array(head.utf8)
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
      output.buffer += Array(tail.utf8)
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
