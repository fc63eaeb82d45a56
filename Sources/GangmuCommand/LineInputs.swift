import ArgumentParser
import GangmuCopies
import GangmuCorpus
import Glibc

/// The records or other JSON Lines that a verb reads.
struct LineInputs: ParsableArguments, PathArguments {
  @Argument(help: Self.help, completion: .file())
  var paths: [String] = []

  /// What `RecordFiles` reads.
  static let help: ArgumentHelp = """
    Records or other JSON Lines, also compressed with gzip or Zstandard; folders of them, as `gangmu parse --output` writes; \
    or - for standard input.
    """

  func validate() throws { try requireInput() }
}

/// How copies are looked for.
struct CopySearch: ParsableArguments {
  @Option(help: "Characters in a shingle, 2 to 5.")
  var shingle = 3

  @Option(help: "How much memory to take (500M, 2G); what is more goes to temporary files in TMPDIR.")
  var memory = ByteCount(bytes: 2 << 30)

  func validate() throws {
    if !(2...5).contains(shingle) { throw ValidationError("--shingle is 2 to 5.") }
  }

  var options: CopyOptions { Self.options(shingleLength: shingle, memory: memory.bytes) }

  static func options(shingleLength: Int, memory: Int = 2 << 30) -> CopyOptions {
    CopyOptions(
      shingleLength: shingleLength, memory: memory,
      temporaryFolder: getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")
  }
}

/// A number of bytes with K, M or G behind it.
struct ByteCount: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.uppercased().last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0, number < 1 << 33 else {
      return nil
    }
    bytes = number * (unit ?? 1)
  }

  var defaultValueDescription: String {
    for (unit, shift) in [("G", 30), ("M", 20), ("K", 10)] where bytes % (1 << shift) == 0 {
      return "\(bytes >> shift)\(unit)"
    }
    return String(bytes)
  }
}

/// Counts what failed, and makes the exit code of it.
final class FailureCount {
  private var count = 0
  private var digest = FailureDigest()

  /// Begins a run over many lines.
  init() {
    MemoryPolicy.keepFreedMemory()
  }

  /// Tells of an input that failed.
  func report(_ failure: InputFailure) {
    if let message = digest.message(of: failure) { StandardError.write(message) }
    count += 1
  }

  /// Tells of what is no failure.
  func note(_ note: InputFailure) {
    StandardError.write("gangmu: \(note)")
  }

  /// Writes the output, and ends the program with code 1 where an input failed or the output could not be written.
  func write(_ body: (inout OutputFile) throws(OutputFile.Failure) -> Void) throws {
    var output = OutputFile.standardOutput()
    do throws(OutputFile.Failure) {
      try body(&output)
      try output.flush()
    } catch {
      if case .system(let reason) = error {
        StandardError.write("gangmu: cannot write the output: \(reason)")
        count += 1
      }
    }
    try end()
  }

  /// Tells of the failures that were only counted so far.
  func tellRest() {
    digest.takeRest().forEach(StandardError.write)
  }

  /// Ends the program with code 1 where an input failed.
  func end() throws {
    tellRest()
    if count > 0 { throw ExitCode(1) }
  }
}
