import CRename
import Glibc

/// A file or folder that is written under a hidden name of its own beside its place and moved there when it is whole.
struct DraftFile {
  /// What is drafted.
  enum Kind {
    case file
    /// A database of SQLite: a journal that was left beside it would be played into the new one.
    case database
    /// A folder of CSV files.
    case folder

    fileprivate var sideFileEndings: [String] { self == .database ? ["-journal", "-wal", "-shm"] : [] }
  }

  /// Where it will stand.
  let path: String
  /// Where it stands meanwhile.
  let draft: String
  private let kind: Kind
  private let replaces: Bool

  /// Makes an empty draft.
  /// - Throws: `ExportFailure.exists` where something stands at the path and `replacing` is false, `unwritable` where a folder
  ///   stands in the place of a file or the reverse.
  init(_ path: String, as kind: Kind = .file, replacing: Bool) throws(ExportFailure) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.kind = kind
    replaces = replacing
    for ending in [""] + kind.sideFileEndings where !replacing && Self.type(of: path + ending) != nil {
      throw .exists(path + ending)
    }
    if let type = Self.type(of: path), (type == S_IFDIR) != (kind == .folder) {
      throw .system(path, kind == .folder ? ENOTDIR : EISDIR)
    }
    draft = try Self.make(beside: path) { name in
      if kind == .folder { return mkdir(name, 0o777) == 0 }
      let descriptor = Glibc.open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      return descriptor >= 0 && close(descriptor) == 0
    }
  }

  /// Opens the draft as a file to write to.
  func open() throws(ExportFailure) -> Int32 { try Self.create(draft) }

  /// Opens a file to write it anew.
  static func create(_ path: String) throws(ExportFailure) -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(path, errno) }
    return descriptor
  }

  /// Moves the draft to its place. Then it, its name and, if it is a folder, the names in it are on the disk.
  func publish() throws(ExportFailure) {
    try Self.synchronize(draft)
    for ending in kind.sideFileEndings where replaces { unlink(path + ending) }
    if replaces, kind == .folder, Self.type(of: path) != nil {
      try exchange()
    } else if rename(draft, path) != 0 {
      throw .system(path, errno)
    }
    try Self.synchronize(Self.split(path).folder)
  }

  /// Takes the draft away.
  func discard() {
    Self.remove(draft)
    for ending in kind.sideFileEndings { unlink(draft + ending) }
  }

  /// `RENAME_EXCHANGE` of <linux/fs.h>: both names change places at one moment.
  private static let exchanging: UInt32 = 1 << 1

  /// Puts the draft in the place of a folder: a folder cannot be moved over another one that holds something.
  private func exchange() throws(ExportFailure) {
    if renameat2(AT_FDCWD, draft, AT_FDCWD, path, Self.exchanging) == 0 { return Self.remove(draft) }
    guard errno == EINVAL || errno == ENOSYS else { throw .system(path, errno) }
    // The file system cannot do that. An empty folder may be moved over, so the name is made first.
    let old = try Self.make(beside: path) { mkdir($0, 0o777) == 0 }
    guard rename(path, old) == 0 else {
      let number = errno
      rmdir(old)
      throw .system(path, number)
    }
    guard rename(draft, path) == 0 else {
      let number = errno
      rename(old, path)
      throw .system(path, number)
    }
    Self.remove(old)
  }

  /// Makes something under a hidden name that nothing has yet.
  /// - Parameter make: Makes it and says whether that went well; `errno` tells why not.
  private static func make(beside path: String, _ make: (String) -> Bool) throws(ExportFailure) -> String {
    let (folder, name) = split(path)
    while true {
      let name = "\(folder)/.\(name).\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
      if make(name) { return name }
      if errno != EEXIST { throw .system(path, errno) }
    }
  }

  /// Waits until a file, or the names in a folder, would survive the loss of power.
  private static func synchronize(_ path: String) throws(ExportFailure) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path, errno) }
    defer { close(descriptor) }
    // EINVAL: the file system knows nothing of it.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system(path, errno) }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (slash == path.startIndex ? "/." : String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  /// What stands at a path, itself if it is a link: `S_IFREG`, `S_IFDIR` and so on; nil for nothing.
  private static func type(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Removes a file, or a folder with the tables in it; a folder that holds anything else stays.
  private static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for name in FolderContent.names(path) where CSVFolder.isFile(name) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
