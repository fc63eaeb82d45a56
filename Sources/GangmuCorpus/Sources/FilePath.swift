import Glibc

/// The name of a file as the system has it: bytes, which need not be UTF-8.
struct FilePath: Sendable, Hashable {
  /// The bytes with the 0 that ends them.
  private let terminated: [CChar]

  init(_ string: String) {
    terminated = Array(string.utf8CString)
  }

  private init(terminated: [CChar]) {
    self.terminated = terminated
  }

  /// The path for people and records; bytes that are no UTF-8 show as U+FFFD.
  var uri: String {
    String(decoding: terminated.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of an entry of this folder.
  func appending(_ name: [CChar]) -> FilePath {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    var path = Array(terminated.dropLast())
    if path.last != slash { path.append(slash) }
    return FilePath(terminated: path + name + [0])
  }

  /// The last part of the path.
  var name: String {
    let slash = CChar(bitPattern: UInt8(ascii: "/"))
    let end = terminated.dropLast().lastIndex { $0 != slash }.map { $0 + 1 } ?? 0
    let start = terminated[..<end].lastIndex(of: slash).map { $0 + 1 } ?? 0
    guard start < end else { return uri }
    return String(decoding: terminated[start..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether something is there.
  var exists: Bool {
    withCString { access($0, F_OK) } == 0
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    body(terminated)
  }
}
