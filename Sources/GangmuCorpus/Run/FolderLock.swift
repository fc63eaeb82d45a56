import Glibc

/// Keeps a folder for one run. The lock ends with the process, however that ends.
final class FolderLock {
  private let path: String
  private let descriptor: Int32

  /// Why a folder is not to be had.
  enum Failure: Error {
    /// Another process has it, by its number where that is known.
    case held(by: String)
    case system(String)
  }

  init(_ folder: String) throws(Failure) {
    path = "\(folder)/.gangmu.lock"
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .system(SystemError(number: errno).text) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let number = errno
        defer { close(descriptor) }
        throw number == EWOULDBLOCK ? .held(by: Self.holder(descriptor)) : .system(SystemError(number: number).text)
      }
      // The run before may have removed the file between the two calls: then the lock is on nothing.
      var held = stat()
      var named = stat()
      if fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino {
        self.descriptor = descriptor
        break
      }
      close(descriptor)
    }
    let process = Array("\(getpid())\n".utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, process, process.count, 0)
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(count, 0)).prefix { (0x30...0x39).contains($0) }, as: UTF8.self)
  }
}
