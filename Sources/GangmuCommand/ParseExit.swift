import ArgumentParser
import GangmuCorpus
import GangmuTables

/// The exit codes of `gangmu parse` and `gangmu export`, those beyond 1 as sysexits(3) has them.
enum ParseExit {
  static let someFailed = ExitCode(1)
  /// --fail-fast or --max-errors ended the run.
  static let tooManyFailures = ExitCode(2)
  /// The output is there already, or belongs to another run.
  static let outputRefused = ExitCode(73)
  /// The output cannot be written: the disk is full.
  static let outputFailed = ExitCode(74)
  /// Another process writes the output.
  static let outputLocked = ExitCode(75)

  static func interrupted(_ signal: Int32) -> ExitCode { ExitCode(128 + signal) }

  static func refused(_ failure: ExportFailure) -> ExitCode {
    switch failure {
    case .exists, .otherFiles: outputRefused
    case .unwritable: outputFailed
    case .locked: outputLocked
    case .noRecords, .input: someFailed
    case .interrupted(let signal): interrupted(signal)
    case .closed: .success
    }
  }

  static func refused(_ failure: RunFolderFailure) -> ExitCode {
    switch failure {
    case .locked: outputLocked
    case .system: outputFailed
    default: outputRefused
    }
  }
}
