import CRename
import GangmuCorpus
import Glibc

/// A folder of tables that is filled under a hidden name beside its place and moved there when it is whole.
///
/// As the draft of a file (`AtomicFile`) it has one name and is locked, so that two processes do not write into one; the lock ends
/// with the process, and the next draft is made of what one that was killed has left.
final class DraftFolder {
  /// Where it will stand.
  private let path: String
  /// Where it stands meanwhile.
  let draft: String
  /// The draft, locked.
  private let descriptor: Int32

  /// Makes an empty draft.
  init(_ path: String) throws(ExportFailure) {
    self.path = path
    draft = AtomicFile.partPath(of: path)
    descriptor = try Self.open(draft, for: path)
    Self.empty(draft)
    if let other = FolderContent.names(draft).first { throw .otherFiles(draft, found: other) }
  }

  deinit {
    close(descriptor)
  }

  /// Moves the draft to its place. Then the names in it and its own are on the disk.
  /// - Parameter replacing: Whether a folder of tables may stand there.
  func publish(replacing: Bool) throws(ExportFailure) {
    if replacing, OutputPlace.type(of: path) != nil {
      try exchange()
    } else if rename(draft, path) != 0 {
      throw .system(path, errno)
    }
    let failed = AtomicFile.syncFolder(of: path)
    if failed != 0 { throw .system(path, failed) }
  }

  /// Takes the draft away.
  func discard() { Self.remove(draft) }

  /// Makes and locks the draft, or locks one that is there.
  private static func open(_ draft: String, for path: String) throws(ExportFailure) -> Int32 {
    while true {
      if mkdir(draft, 0o777) != 0, errno != EEXIST { throw .system(path, errno) }
      let descriptor = Glibc.open(draft, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == ENOENT { continue }
        throw .system(path, errno)
      }
      let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
      var held = stat()
      var named = stat()
      let isNamed = fstat(descriptor, &held) == 0 && lstat(draft, &named) == 0 && held.st_ino == named.st_ino
      // Where the file system knows no locks, there is none.
      if isFree, isNamed { return descriptor }
      close(descriptor)
      if !isFree { throw .locked(path) }
      // The other process has given it its place between the two calls.
    }
  }

  /// `RENAME_EXCHANGE` of <linux/fs.h>: both names change places at one moment.
  private static let exchanging: UInt32 = 1 << 1

  /// Puts the draft in the place of a folder: a folder cannot be moved over another one that holds something.
  private func exchange() throws(ExportFailure) {
    // Under the name of the draft it must not be taken for one before it is gone.
    let replaced = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if replaced >= 0 { flock(replaced, LOCK_EX | LOCK_NB) }
    defer { if replaced >= 0 { close(replaced) } }
    if renameat2(AT_FDCWD, draft, AT_FDCWD, path, Self.exchanging) == 0 { return Self.remove(draft) }
    guard errno == EINVAL || errno == ENOSYS else { throw .system(path, errno) }
    // The file system cannot do that. An empty folder may be moved over, so the name is made first.
    let old = try Self.make(beside: path)
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

  /// Makes a folder under a hidden name that nothing has yet.
  private static func make(beside path: String) throws(ExportFailure) -> String {
    let (folder, name) = AtomicFile.split(path)
    while true {
      let name = "\(folder)/.\(name).\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
      if mkdir(name, 0o777) == 0 { return name }
      if errno != EEXIST { throw .system(path, errno) }
    }
  }

  /// Removes a folder with the tables in it; one that holds anything else stays.
  private static func remove(_ path: String) {
    empty(path)
    rmdir(path)
  }

  /// Removes the tables in a folder, also those that are not complete.
  private static func empty(_ path: String) {
    for name in FolderContent.names(path) where CSVFolder.isFile(name) || CSVFolder.isPart(name) {
      unlink("\(path)/\(name)")
    }
  }
}
