import ArgumentParser
import GangmuCorpus
import HanText

/// `gangmu normalize`: text to one script.
struct Normalize: ParsableCommand, PathArguments {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Bring text to one script, line for line.",
    discussion: """
      EXAMPLES:
        gangmu normalize --to hant mixed.txt > traditional.txt
        gangmu normalize --to hant --repair --report page.txt
        curl -s URL | gangmu normalize --to hans -
        gangmu normalize --config s2twp < simplified.txt     the whole text one way, as OpenCC does

      --to judges each line: what is in the script asked for stays as it is, so 系統 is not converted twice. --config \
      converts all. Bytes that are no UTF-8 are handed on as they are, with a notice on standard error.
      """)

  @Option(help: "The script and standard to bring text to: hans, hant, tw, twp (with Taiwan's vocabulary), hk.")
  var to: Reconciler.Target?

  @Option(
    help: ArgumentHelp(
      "Convert one way, by OpenCC's name: "
        + ConversionConfiguration.allCases.map(\.rawValue).joined(separator: ", ") + "."))
  var config: ConversionConfiguration?

  @Flag(help: "Put right what a wrong conversion left in Traditional text (准備, 范圍). With --to.")
  var repair = false

  @Flag(help: "Print what would be changed instead of the text: pairs, with a count and the first place. With --to.")
  var report = false

  @Flag(name: .customLong("opencc-compatible"), help: "Cut sentences as OpenCC does, mistakes included. With --config.")
  var isOpenCCCompatible = false

  @Argument(help: "Files, or - for standard input.", completion: .file())
  var paths: [String] = []

  func validate() throws {
    guard (to == nil) != (config == nil) else { throw ValidationError("Give either --to or --config.") }
    guard to != nil || !(repair || report) else { throw ValidationError("--repair and --report go with --to.") }
    guard config != nil || !isOpenCCCompatible else { throw ValidationError("--opencc-compatible goes with --config.") }
    try requireInput()
  }

  func run() throws {
    var output = OutputFile.standardOutput()
    var changes = ChangeReport()
    var hasFailed = false
    do {
      for path in pathsOrStandardInput {
        do {
          let notice = try normalize(path, &output, &changes)
          if let notice { StandardError.write("gangmu: \(path): \(notice)") }
        } catch let failure as TextInput.Failure {
          StandardError.write("gangmu: \(path): \(failure.reason)")
          hasFailed = true
        }
      }
      if report { output.buffer += Array(changes.table.utf8) }
      try output.flush()
    } catch OutputFile.Failure.closed {
      // Where the reader of the output has gone there is nobody left to tell.
    } catch OutputFile.Failure.system(let reason) {
      StandardError.write("gangmu: cannot write the output: \(reason)")
      hasFailed = true
    }
    if hasFailed { throw ExitCode(1) }
  }

  /// Normalises one input and returns a notice for people, if there is one.
  private func normalize(_ path: String, _ output: inout OutputFile, _ changes: inout ChangeReport) throws -> String? {
    let input = try TextInput(path)
    let invalid: InvalidUTF8
    if let config {
      var stream = Converter(config, policy: isOpenCCCompatible ? .longestMatch : .best).stream()
      while let chunk = try input.read() {
        stream.write(chunk, into: &output.buffer)
        try output.flushIfFull()
      }
      stream.finish(into: &output.buffer)
      invalid = stream.invalid
    } else {
      var stream = ReconciliationStream(to: to ?? .hans, repairs: repair, notesChanges: report)
      while let chunk = try input.read() {
        stream.write(chunk, into: &output.buffer)
        if report { output.buffer.removeAll(keepingCapacity: true) }
        try output.flushIfFull()
      }
      stream.finish(into: &output.buffer)
      if report {
        output.buffer.removeAll(keepingCapacity: true)
        changes.add(stream.changes, from: path)
      }
      invalid = stream.invalid
    }
    guard let first = invalid.firstOffset else { return nil }
    return "\(invalid.count) bytes are no UTF-8, the first at offset \(first); they are handed on as they are"
  }
}

extension ConversionConfiguration: ExpressibleByArgument {}
extension Reconciler.Target: ExpressibleByArgument {}
