import Glibc

/// Reads a file, or standard input (`-`), as it is: a file of records is no source of pages.
package enum WholeFile {
  /// The bytes of a file.
  package static func bytes(of path: String) throws(InputFailure) -> [UInt8] {
    guard let file = fopen(path == "-" ? "/dev/stdin" : path, "r") else {
      throw SystemError(number: errno).failure(of: path)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
      if count < buffer.count {
        if ferror(file) != 0 { throw SystemError(number: errno).failure(of: path) }
        return bytes
      }
    }
  }
}
