import ArgumentParser
import Gangmu
import GangmuCorpus

/// The forms of stand-off annotation that `gangmu parse` writes.
enum AnnotationFormat: String, CaseIterable, ExpressibleByArgument {
  case brat, webanno
}

/// Annotations for correction by hand in place of records.
struct AnnotationOptions: ParsableArguments {
  @Option(help: "Write annotations and no records: brat (into a folder), webanno (W3C Web Annotation, JSON Lines).")
  var annotations: AnnotationFormat?

  @Option(help: ArgumentHelp("The folder for brat's files.", valueName: "folder"), completion: .directory)
  var into: String?

  @Flag(help: "Replace brat's files that are there, corrected or not.")
  var force = false

  func validate() throws {
    if force, annotations != .brat { throw ValidationError("--force goes with --annotations brat.") }
    if annotations == .brat, into == nil { throw ValidationError("--annotations brat needs --into FOLDER.") }
    if annotations != .brat, into != nil { throw ValidationError("--into goes with --annotations brat.") }
  }

  /// Makes the folder with what brat must know. A configuration that is there may be the annotators' own.
  func prepare() throws {
    guard annotations == .brat, let into else { return }
    let isWritten = writing { () throws(InputFailure) in
      try TextFile.makeFolder(into)
      let path = "\(into)/annotation.conf"
      if force || !TextFile.isThere(path) { try TextFile.write(BratDocument.configuration, to: path) }
    }
    if !isWritten { throw ExitCode(1) }
  }

  /// Writes a record's annotations in its place; false where none are asked for.
  func write(_ record: Record, to output: inout [UInt8]) throws(InputFailure) -> Bool {
    switch annotations {
    case nil: return false
    case .webanno?:
      output += WebAnnotation.page(of: record).json
      output.append(UInt8(ascii: "\n"))
    case .brat?:
      guard let into else { return false }
      let document = BratDocument(record)
      let name = BratFolder.name(of: record.source)
      do throws(InputFailure) {
        let path = "\(into)/\(name)"
        try TextFile.write(
          [("\(path).txt", document.text), ("\(path).ann", document.annotations)], replacing: force)
      } catch {
        throw InputFailure(uri: error.uri, stage: .write, code: error.code, message: error.message)
      }
    }
    return true
  }

  private func writing(_ body: () throws(InputFailure) -> Void) -> Bool {
    do throws(InputFailure) {
      try body()
      return true
    } catch {
      StandardError.write("gangmu: \(error)")
      return false
    }
  }
}
