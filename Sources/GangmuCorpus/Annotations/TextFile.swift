import Glibc

/// Writes small files whole.
package enum TextFile {
  /// Writes a file, in place of one of the same name.
  package static func write(_ text: String, to path: String) throws(InputFailure) {
    guard let file = fopen(path, "w") else { throw SystemError(number: errno).failure(of: path) }
    var bytes = Array(text.utf8)
    let written = fwrite(&bytes, 1, bytes.count, file)
    let number = errno
    guard fclose(file) == 0, written == bytes.count else { throw SystemError(number: number).failure(of: path) }
  }

  /// Whether a file of this name is there.
  package static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Writes files, but none where one of the same names holds other bytes, unless it may be replaced.
  package static func write(
    _ files: [(path: String, text: String)], replacing: Bool
  ) throws(InputFailure) {
    if !replacing {
      for file in files where isThere(file.path) {
        guard try WholeFile.bytes(of: file.path).elementsEqual(file.text.utf8) else {
          throw InputFailure(
            uri: file.path, stage: .write, code: "output.exists",
            message: "the file is there with other text; give another folder, or --force to replace it")
        }
      }
    }
    for file in files { try write(file.text, to: file.path) }
  }

  /// Makes a folder, unless it is there.
  package static func makeFolder(_ path: String) throws(InputFailure) {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemError(number: errno).failure(of: path) }
  }
}
