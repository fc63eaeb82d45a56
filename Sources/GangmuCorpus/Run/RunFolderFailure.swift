/// Why a run cannot write into a folder.
package enum RunFolderFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// A run is there, and nothing was said of going on with it.
  case exists(folder: String, isComplete: Bool)
  /// Something else is there.
  case notEmpty(folder: String, file: String)
  /// The run that is there is another one.
  case differs(folder: String, difference: String)
  /// Another process writes there.
  case locked(folder: String, process: String)
  /// What tells of the run that is there cannot be understood.
  case damaged(String)
  /// Standard input cannot be read again.
  case standardInput
  /// What the system says.
  case system(String)

  package var description: String {
    switch self {
    case .exists(let folder, let isComplete):
      isComplete
        ? "\(folder) holds a complete run: give another folder"
        : "\(folder) holds a begun run: go on with --resume, or give another folder"
    case .notEmpty(let folder, let file): "\(folder) is no folder of a run and not empty (\(file)): give another one"
    case .differs(let folder, let difference): "\(folder) holds another run: \(difference)"
    case .locked(let folder, let process):
      "another run writes into \(folder)\(process.isEmpty ? "" : " (process \(process))")"
    case .damaged(let file): "\(file) is damaged: give another folder"
    case .standardInput: "standard input cannot be read again: --resume needs files or folders"
    case .system(let reason): "cannot write the output: \(reason)"
    }
  }
}
