import ArgumentParser
import GangmuCopies
import GangmuCorpus
import Glibc

/// `gangmu signatures`: sketches and bands, for engines that group them.
struct Signatures: ParsableCommand, PathArguments {
  static let configuration = CommandConfiguration(
    commandName: "signatures",
    abstract: "Write the sketches and bands of texts, for another engine to group.",
    discussion: """
      EXAMPLES:
        gangmu signatures texts.jsonl > signatures.jsonl
        gangmu signatures --binary texts.jsonl > texts.signatures
        gangmu signatures --read texts.signatures

      JSON Lines: `id`; `hash`, 128 bits in hexadecimal, the same for texts of the same content (their fold without spaces \
      and line ends); `slots`, the sketch, of which the share that agrees in two texts estimates the Jaccard similarity of \
      their shingles (Fast Similarity Sketching, 128 slots of 32 bits); `bands`, 42 keys of 3 slots each: texts that have \
      the same key at the same place in `bands` are candidates, which finds 99.6 % of the pairs of a similarity of .5.

      Binary, all numbers little-endian: 16 bytes `gangmu signature`, then 32-bit numbers: version (1), length of the \
      shingles, slots (128), bands, rows. For each text: length of the id (32 bits), the id as JSON, the hash (16 bytes, \
      upper half first), the slots (128 × 32 bits, all 0 for an empty text), FNV-1a of the record (32 bits).
      """)

  @Flag(help: "Write the binary form.")
  var binary = false

  @Option(help: "Read a file of the binary form, check it, and write it as JSON Lines.", completion: .file())
  var read: String?

  @Flag(
    help: ArgumentHelp(
      "Only print how many texts a second of one core are sketched from hashed shingles.", visibility: .hidden))
  var measure = false

  @Option(help: "Characters in a shingle, 2 to 5.")
  var shingle = 3

  @Argument(help: LineInputs.help, completion: .file())
  var paths: [String] = []

  func validate() throws {
    if !(2...5).contains(shingle) { throw ValidationError("--shingle is 2 to 5.") }
    if read != nil, binary || !paths.isEmpty { throw ValidationError("--read stands alone.") }
  }

  func run() throws {
    let failures = FailureCount()
    try failures.write { (output) throws(OutputFile.Failure) in
      if measure {
        output.buffer += Array("\(measuredRate(failures))\n".utf8)
      } else if let read {
        try convert(read, failures, &output)
      } else {
        try sign(failures, &output)
      }
    }
  }

  private func sign(_ failures: FailureCount, _ output: inout OutputFile) throws(OutputFile.Failure) {
    if binary { output.buffer += SignatureFile.header(shingleLength: shingle) }
    let options = CopySearch.options(shingleLength: shingle)
    let lines = SignatureLines(pathsOrStandardInput, options: options)
    try lines.forEach(note: failures.note, fail: failures.report) { (id, signature) throws(OutputFile.Failure) in
      if binary {
        output.buffer += SignatureFile.record(id: id, signature)
      } else {
        SignatureLines.append(to: &output.buffer, id: id, signature)
      }
      try output.flushIfFull()
    }
  }

  private func measuredRate(_ failures: FailureCount) -> Double {
    var sets: [[UInt64]] = []
    let options = CopySearch.options(shingleLength: shingle)
    let lines = SignatureLines(pathsOrStandardInput, options: options)
    lines.forEachSet(fail: failures.report) { sets.append($0) }
    var agreeing = 0
    let start = clock()
    for set in sets { agreeing += SimilaritySketch(of: set).slots.first == 0 ? 1 : 0 }
    // The sum keeps the compiler from leaving the work out.
    return Double(sets.count + agreeing / max(sets.count, 1)) / (Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }

  private func convert(
    _ path: String, _ failures: FailureCount, _ output: inout OutputFile
  ) throws(OutputFile.Failure) {
    var failure: OutputFile.Failure?
    do throws(InputFailure) {
      let bytes = try WholeFile.bytes(of: path)
      do throws(SignatureFile.Failure) {
        try SignatureFile.read(bytes) { id, signature in
          guard failure == nil else { return }
          SignatureLines.append(to: &output.buffer, id: id, signature)
          do throws(OutputFile.Failure) { try output.flushIfFull() } catch let error { failure = error }
        }
      } catch {
        throw InputFailure(uri: path, stage: .read, code: "signatures.unreadable", message: error.description)
      }
    } catch {
      failures.report(error)
    }
    if let failure { throw failure }
  }
}
