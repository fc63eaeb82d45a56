import GangmuCorpus
import Glibc

/// Why nothing was written, or why what was begun could not be finished.
public enum ExportFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Something stands where the output should.
  case exists(String)
  /// A folder that should be replaced holds other things than tables.
  case otherFiles(String, found: String)
  /// The system refused: no such folder, no permission, a full disk.
  case unwritable(String, reason: String)
  /// Another process writes there.
  case locked(String)
  /// There was no record in what was read.
  case noRecords
  /// What should be joined does not fit the records.
  case input(InputFailure)
  /// Nobody reads the output any more.
  case closed
  /// A signal came, SIGINT or SIGTERM, and nothing was written.
  case interrupted(Int32)

  static func system(_ path: String, _ number: Int32) -> ExportFailure {
    .unwritable(path, reason: String(cString: strerror(number)))
  }

  /// Does something with an output.
  static func writing<Result>(
    _ path: String, _ body: () throws(OutputFile.Failure) -> Result
  ) throws(ExportFailure) -> Result {
    do throws(OutputFile.Failure) {
      return try body()
    } catch {
      switch error {
      case .closed: throw .closed
      case .system(let reason), .file(_, let reason): throw .unwritable(path, reason: reason)
      case .locked: throw .locked(path)
      }
    }
  }

  /// One line for people.
  public var description: String {
    switch self {
    case .exists(let path): "\(path): is there already; --force replaces it"
    case .otherFiles(let path, let found): "\(path): holds other files (\(found)) and is not replaced"
    case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
    case .locked(let path): "\(path): cannot be written: another process is writing it"
    case .noRecords: "no record could be read: nothing is written"
    case .input(let failure): failure.description
    case .closed: "nobody reads the output"
    case .interrupted(let signal): "ended by signal \(signal)"
    }
  }
}
