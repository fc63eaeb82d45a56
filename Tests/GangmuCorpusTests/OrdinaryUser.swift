import Glibc

/// Runs a body with the file permissions of a user who is not root, whom no permission binds.
///
/// `setfsuid` counts for the calling thread alone, so tests that run beside this one notice nothing.
func asOrdinaryUser<Result>(_ body: () throws -> Result) rethrows -> Result {
  guard geteuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
  let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> Int32).self)
  let nobody: uid_t = 65534
  _ = setfsuid(nobody)
  defer { _ = setfsuid(0) }
  return try body()
}
