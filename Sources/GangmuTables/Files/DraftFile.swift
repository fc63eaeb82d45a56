import Glibc

/// A file or folder that is written under another name beside its place and moved there when it is whole.
struct DraftFile {
  /// Where it will stand.
  let path: String
  /// Where it stands meanwhile.
  let draft: String
  private let replaces: Bool

  /// Prepares a draft.
  /// - Throws: `ExportFailure.exists` where something stands at the path and `replacing` is false.
  init(_ path: String, replacing: Bool) throws(ExportFailure) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    draft = path + ".part"
    replaces = replacing
    if access(path, F_OK) == 0, !replacing { throw .exists(path) }
    discard()
  }

  /// Opens the draft as a file to write to.
  func open() throws(ExportFailure) -> Int32 { try Self.create(draft) }

  /// Opens a new file.
  static func create(_ path: String) throws(ExportFailure) -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(path, errno) }
    return descriptor
  }

  /// Moves the draft to its place.
  func publish() throws(ExportFailure) {
    try synchronize()
    if replaces, Self.isFolder(path) {
      // A folder cannot be moved over another one that holds something.
      let old = path + ".old"
      guard rename(path, old) == 0 else { throw .system(path, errno) }
      guard rename(draft, path) == 0 else {
        let number = errno
        rename(old, path)
        throw .system(path, number)
      }
      Self.remove(old)
      return
    }
    guard rename(draft, path) == 0 else { throw .system(path, errno) }
  }

  /// Takes the draft away.
  func discard() {
    Self.remove(draft)
    for ending in ["-journal", "-wal", "-shm"] { unlink(draft + ending) }
  }

  /// Waits until what was written would survive the loss of power.
  private func synchronize() throws(ExportFailure) {
    let descriptor = Glibc.open(draft, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(path, errno) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a file, or a folder with the files in it.
  private static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for name in FolderContent.names(path) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
