import ArgumentParser
import Gangmu
import GangmuCorpus
import GangmuPages

/// The paths that a verb reads, and what to do with what they give.
struct Inputs: ParsableArguments, PathArguments {
  @Argument(
    help: """
      Files, folders (read with all in them, in the order of the names), or - for standard input. A file may hold many \
      pages: WARC, ARC, JSON Lines, ZIP, each also compressed with gzip or Zstandard.
      """,
    completion: .file())
  var paths: [String] = []

  @Option(help: "In JSON Lines, the field that holds the page.")
  var field = "content"

  @Option(help: "In JSON Lines, the field that names the page.")
  var idField = "url"

  @Flag(help: "Read standard input as JSON Lines.")
  var jsonLines = false

  @Option(help: "In folders, leave out what matches this pattern of .gitignore. May be given several times.")
  var exclude: [String] = []

  @Option(help: "In folders, read only files that match this pattern. May be given several times.")
  var include: [String] = []

  func validate() throws { try requireInput() }

  /// The pages that the paths give.
  var source: PathSource {
    var options = SourceOptions()
    options.contentField = field
    options.idField = idField
    options.readsJSONLines = jsonLines
    options.excluded = exclude
    options.included = include
    return PathSource(pathsOrStandardInput, options: options)
  }

  /// Says that the paths gave no pages, which is no failure.
  func tellOfNoPages() {
    let patterns = include.isEmpty && exclude.isEmpty ? "" : " that --include and --exclude let through"
    StandardError.write("gangmu: no pages in \(source.paths.joined(separator: ", "))\(patterns)")
  }

  /// Writes what `write` appends for each page as it is before its documents are found. See `forEach`.
  func forEachPage(_ write: (PageInput, Page, inout [UInt8]) -> Void) throws {
    try forEach(PageParser().pages(in: source)) { write($0.input, $0.page, &$1) }
  }

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
    MemoryPolicy.keepFreedMemory()
    var output = OutputFile.standardOutput()
    output.buffer += Array(head.utf8)
    var hasFailed = false
    var hasPages = false
    var digest = FailureDigest()
    do throws(OutputFile.Failure) {
      for result in results {
        hasPages = true
        switch result {
        case .success(let found):
          for one in found {
            write(one, &output.buffer)
            try output.flushIfFull()
          }
        case .failure(let failure):
          // What came before it is seen before it.
          try output.flush()
          if let message = digest.message(of: failure) { StandardError.write(message) }
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
    digest.takeRest().forEach(StandardError.write)
    if !hasPages { tellOfNoPages() }
    if hasFailed { throw ExitCode(1) }
  }
}
