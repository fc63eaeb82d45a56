import GangmuCorpus
import Glibc

/// A file that a run writes beside its records: the pages that failed, or what it counted.
struct SideFile {
  /// Where it goes.
  let written: WrittenPath
  /// What every such file begins with, and what is in it, for people.
  private let opening: String
  private let content: String

  static func errors(_ path: String) -> SideFile {
    SideFile(
      written: WrittenPath(option: "--errors", path: path), opening: #"{"source":"#, content: "the errors of a run")
  }

  static func summary(_ path: String) -> SideFile {
    SideFile(
      written: WrittenPath(option: "--summary", path: path), opening: "{\n  \"format\": \"\(RunSummary.format)\"",
      content: "the summary of a run")
  }

  /// Refuses, before anything is read, a place that cannot be written to, and a file that no run before this one wrote:
  /// where the option's value is forgotten, the first of the pages stands in its place.
  func requireWritable() throws {
    let path = written.path
    var status = stat()
    guard stat(path, &status) == 0 else {
      let folder = AtomicFile.split(path).folder
      if stat(folder, &status) != 0 || access(folder, W_OK) != 0 { throw Self.unwritable(path, errno) }
      if status.st_mode & S_IFMT != S_IFDIR { throw Self.unwritable(path, ENOTDIR) }
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw Self.unwritable(path, EISDIR) }
    if access(path, W_OK) != 0 { throw Self.unwritable(path, errno) }
    if AtomicFile.isWrittenInPlace(path) || status.st_size == 0 || begins(path) { return }
    StandardError.write("gangmu: \(path) is there and does not hold \(content): remove it, or name another file")
    throw ParseExit.outputRefused
  }

  private func begins(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: opening.utf8.count)
    return read(descriptor, &bytes, bytes.count) == bytes.count && bytes.elementsEqual(opening.utf8)
  }

  private static func unwritable(_ path: String, _ number: Int32) -> any Error {
    StandardError.write("gangmu: cannot write the output: \(path): \(String(cString: strerror(number)))")
    return ParseExit.outputFailed
  }
}
