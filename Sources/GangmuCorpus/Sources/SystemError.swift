import Glibc

/// A system call that failed, by its `errno`.
struct SystemError: Error, Hashable {
  let number: Int32

  /// The failure of an input that met this error.
  func failure(of uri: String) -> InputFailure {
    let (code, message) =
      switch number {
      case ENOENT, ENOTDIR: ("input.missing", "no such file or folder")
      case EACCES, EPERM: ("input.permission", "permission denied")
      case ELOOP: ("input.loop", "a symbolic link leads back to itself")
      case ENAMETOOLONG: ("input.name_too_long", "the path is too long")
      case ENXIO, ENODEV: ("input.special", "not a regular file")
      default: ("input.unreadable", text)
      }
    return InputFailure(uri: uri, stage: .read, code: code, message: message)
  }

  /// What the system says about it.
  var text: String {
    strerror(number).map { String(cString: $0) } ?? "system error \(number)"
  }
}
