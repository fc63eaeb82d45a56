import Glibc

/// An open file or folder, closed when it goes out of use.
struct OpenFile: ~Copyable {
  /// What a path leads to.
  enum Kind {
    case regular, folder
    /// A FIFO, a socket, a device.
    case special
  }

  /// Which file it is on this machine, whatever path led to it.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  let descriptor: Int32
  let kind: Kind
  let identity: Identity
  let size: Int
  /// When its content last changed, in nanoseconds since 1970.
  let modified: Int

  /// Opens a file or a folder for reading, without waiting: opening a FIFO would otherwise hang until someone writes to it.
  init(_ path: FilePath) throws(SystemError) {
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = SystemError(number: errno)
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      default: .special
      }
    self.identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    self.size = Int(status.st_size)
    // The number tells one time from another; far from now it may be any.
    self.modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
  }

  deinit {
    close(descriptor)
  }

  /// The names of a folder's entries in the order of their bytes, without those that begin with a dot.
  borrowing func visibleNames() throws(SystemError) -> [[CChar]] {
    // The stream closes the descriptor that it is given, so it is given another one.
    let duplicate = dup(descriptor)
    guard duplicate >= 0 else { throw SystemError(number: errno) }
    guard let stream = fdopendir(duplicate) else {
      let error = SystemError(number: errno)
      close(duplicate)
      throw error
    }
    defer { closedir(stream) }
    var names: [[CChar]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = Self.name(of: entry)
      if name.first != CChar(bitPattern: UInt8(ascii: ".")) { names.append(name) }
    }
    guard errno == 0 else { throw SystemError(number: errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) } }
  }

  /// The name of an entry of a folder.
  static func name(of entry: UnsafeMutablePointer<dirent>) -> [CChar] {
    // The system allots only as many bytes as the name needs, so the struct must not be copied as a whole.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
    return Array(UnsafeBufferPointer(start: name, count: strlen(name)))
  }
}
