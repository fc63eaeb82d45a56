import Gangmu
import Glibc

/// A file that appears under its name when it is complete: until then it has another one, and it is on the disk before it is
/// renamed (`rename(2)` after `fsync(2)`), so that no crash leaves a part of it.
package final class AtomicFile {
  /// Its path as it was given, for messages.
  private let givenPath: String
  /// Its path when it is complete, with links followed.
  package let path: String
  /// The bytes written.
  private(set) var byteCount = 0
  /// Its path until then. Others may write to it there; what they wrote is not in the hash.
  package let partPath: String
  private var descriptor: Int32
  private var hash = SHA256()

  /// The path of the unfinished file: beside it, and left out when folders are read.
  package static func partPath(of path: String) -> String {
    let (folder, name) = split(path)
    return "\(folder)/.\(name).part"
  }

  /// Begins a file. A device, a pipe or the like is written to as it stands.
  package init(_ path: String) throws(OutputFile.Failure) {
    givenPath = path
    let isSpecial = Self.isWrittenInPlace(path) || Self.isFolder(path)
    // The file that a link names is replaced, and not the link.
    self.path = isSpecial ? path : Self.realPath(path) ?? path
    partPath = isSpecial ? path : Self.partPath(of: self.path)
    do throws(SystemError) {
      descriptor = isSpecial ? try Self.open(path, O_WRONLY | O_APPEND) : try Self.openPart(partPath)
    } catch {
      throw error.number == EWOULDBLOCK ? .locked(path) : .file(path, reason: error.text)
    }
  }

  deinit {
    abandon()
  }

  /// Appends bytes.
  package func write(_ bytes: some Collection<UInt8>) throws(OutputFile.Failure) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { _ in }
    guard done != nil else { return try write(Array(bytes)) }
    let failed = bytes.withContiguousStorageIfAvailable { writeAll(UnsafeRawBufferPointer($0)) } ?? 0
    guard failed == 0 else { throw failure(failed) }
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
  package func commit() throws(OutputFile.Failure) -> String {
    var failed: Int32 = 0
    if fsync(descriptor) != 0, errno != EINVAL { failed = errno }
    // Closing gives up the lock, so the part has its name by then.
    if failed == 0, partPath != path {
      if rename(partPath, path) != 0 { failed = errno } else { failed = Self.syncFolder(of: path) }
    }
    if failed != 0, partPath != path { unlink(partPath) }
    if close(descriptor) != 0, failed == 0 { failed = errno }
    descriptor = -1
    guard failed == 0 else { throw failure(failed) }
    return hash.hexDigest()
  }

  private func failure(_ number: Int32) -> OutputFile.Failure {
    .file(givenPath, reason: SystemError(number: number).text)
  }

  /// Removes what was written.
  private func abandon() {
    guard descriptor >= 0 else { return }
    if partPath != path { unlink(partPath) }
    close(descriptor)
    descriptor = -1
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
  package static func syncFolder(of path: String) -> Int32 {
    let folder = Glibc.open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return 0 }
    defer { close(folder) }
    return fsync(folder) == 0 || errno == EINVAL ? 0 : errno
  }

  /// Opens the unfinished file, emptied of what a process that was killed has left. It is locked, so that two processes do not
  /// write into one.
  private static func openPart(_ path: String) throws(SystemError) -> Int32 {
    while true {
      let descriptor = try open(path, O_WRONLY | O_CREAT)
      let failed = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
      var held = stat()
      var named = stat()
      let isNamed = fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      // Where the file system knows no locks, there is none.
      if failed != EWOULDBLOCK, isNamed, ftruncate(descriptor, 0) == 0 { return descriptor }
      let number = failed == EWOULDBLOCK ? failed : errno
      close(descriptor)
      // Else the other process has given it its name between the two calls.
      if failed == EWOULDBLOCK || isNamed { throw SystemError(number: number) }
    }
  }

  private static func open(_ path: String, _ flags: Int32) throws(SystemError) -> Int32 {
    let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    return descriptor
  }

  /// Where a path leads, links followed; nil where nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether a path names a device, a pipe or the like, or one of the program's own streams (`/dev/stdout`), whatever that leads
  /// to: it is written to as it stands.
  package static func isWrittenInPlace(_ path: String) -> Bool {
    if ["/dev/", "/proc/"].contains(where: path.hasPrefix) { return true }
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder and the name of a path.
  package static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/." : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
