import Gangmu
import Glibc

/// The hash of a file that is read piece by piece.
package enum FileDigest {
  /// The SHA-256 of a file in hexadecimal; nil where it has another length or cannot be read.
  package static func sha256(of path: String, length: Int? = nil) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, length.map({ status.st_size == $0 }) ?? true else { return nil }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? hash.hexDigest() : nil }
      buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
