import Glibc

/// What stands where an output should.
enum OutputPlace {
  /// Fails where something stands at a path or at one of it with an ending, or where that is a folder and no file is.
  /// - Parameter replacing: Whether what is of the right kind may be replaced.
  static func check(
    _ path: String, isFolder: Bool = false, endings: [String] = [], replacing: Bool
  ) throws(ExportFailure) {
    for ending in [""] + endings where !replacing && type(of: path + ending) != nil { throw .exists(path + ending) }
    if let type = type(of: path), (type == S_IFDIR) != isFolder { throw .system(path, isFolder ? ENOTDIR : EISDIR) }
  }

  /// What stands at a path, itself if it is a link: `S_IFREG`, `S_IFDIR` and so on; nil for nothing.
  static func type(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}
