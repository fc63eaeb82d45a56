import CRename
import GangmuCorpus
import Glibc

/// A folder of tables that is filled under a hidden name of its own beside its place and moved there when it is whole.
struct DraftFolder {
  /// Where it will stand.
  private let path: String
  /// Where it stands meanwhile.
  let draft: String

  /// Makes an empty draft.
  init(_ path: String) throws(ExportFailure) {
    self.path = path
    draft = try Self.make(beside: path)
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

  /// `RENAME_EXCHANGE` of <linux/fs.h>: both names change places at one moment.
  private static let exchanging: UInt32 = 1 << 1

  /// Puts the draft in the place of a folder: a folder cannot be moved over another one that holds something.
  private func exchange() throws(ExportFailure) {
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
    for name in FolderContent.names(path) where CSVFolder.isFile(name) { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
