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

  /// Makes a folder, unless it is there.
  package static func makeFolder(_ path: String) throws(InputFailure) {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemError(number: errno).failure(of: path) }
  }
}
