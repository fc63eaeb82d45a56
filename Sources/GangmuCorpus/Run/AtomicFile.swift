import Gangmu
import Glibc

/// A file that appears under its name when it is complete: until then it has another one, and it is on the disk before it is
/// renamed (`rename(2)` after `fsync(2)`), so that no crash leaves a part of it.
package final class AtomicFile {
  /// Its path when it is complete.
  let path: String
  /// The bytes written.
  private(set) var byteCount = 0
  private let partPath: String
  private var descriptor: Int32
  private var hash = SHA256()

  /// The path of the unfinished file: beside it, and left out when folders are read.
  static func partPath(of path: String) -> String {
    let (folder, name) = split(path)
    return "\(folder)/.\(name).part"
  }

  init(_ path: String) throws(OutputFile.Failure) {
    let isSpecial = Self.isSpecial(path)
    self.path = isSpecial ? path : Self.resolved(path)
    partPath = isSpecial ? path : Self.partPath(of: self.path)
    descriptor = open(partPath, O_WRONLY | (isSpecial ? 0 : O_CREAT | O_TRUNC) | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system("\(path): \(SystemError(number: errno).text)") }
  }

  deinit {
    abandon()
  }

  func write(_ bytes: some Collection<UInt8>) throws(OutputFile.Failure) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { _ in }
    guard done != nil else { return try write(Array(bytes)) }
    let failed = bytes.withContiguousStorageIfAvailable { writeAll(UnsafeRawBufferPointer($0)) } ?? 0
    guard failed == 0 else { throw .system("\(path): \(SystemError(number: failed).text)") }
    byteCount += bytes.count
  }

  /// Writes, and gives the error number, or 0.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var offset = 0
    while offset < bytes.count {
      let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      if written < 0, errno != EINTR { return errno }
      offset += max(written, 0)
    }
    hash.update(bytes)
    return 0
  }

  /// Gives the file its name.
  ///
  /// - Returns: The SHA-256 of its bytes in hexadecimal.
  @discardableResult
  func commit() throws(OutputFile.Failure) -> String {
    var failed: Int32 = 0
    if fsync(descriptor) != 0, errno != EINVAL { failed = errno }
    if close(descriptor) != 0, failed == 0 { failed = errno }
    descriptor = -1
    if failed == 0, partPath != path {
      if rename(partPath, path) != 0 { failed = errno } else { failed = Self.syncFolder(of: path) }
    }
    guard failed == 0 else {
      if partPath != path { unlink(partPath) }
      throw .system("\(path): \(SystemError(number: failed).text)")
    }
    return hash.hexDigest()
  }

  /// Removes what was written.
  func abandon() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    if partPath != path { unlink(partPath) }
  }

  /// Writes a small file whole.
  @discardableResult
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputFile.Failure) -> String {
    let file = try AtomicFile(path)
    try file.write(bytes)
    return try file.commit()
  }

  /// Has the names in the folder of a file on the disk too, and gives the error number, or 0. A folder that may be written
  /// to but not read, and a file system that knows no such thing, are left at that.
  private static func syncFolder(of path: String) -> Int32 {
    let folder = open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return 0 }
    defer { close(folder) }
    return fsync(folder) == 0 || errno == EINVAL ? 0 : errno
  }

  /// Where a path leads: links are followed, so that the file that they name is replaced and not they.
  private static func resolved(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether a path names a device, a pipe or the like, which is written to as it stands.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/." : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
