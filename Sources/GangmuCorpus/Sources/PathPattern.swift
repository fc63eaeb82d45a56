/// A pattern for paths as `.gitignore` has them (gitignore(5)): `*.js`, `nav/`, `/index.html`, `pages/**/print-*.html`.
///
/// `*` and `?` stop at a slash, `**` does not, `[a-z]` is one character. A pattern with a slash before its end counts from
/// the folder given, any other at every depth. One that ends in a slash is for folders alone. `!` takes a name back in.
struct PathPattern: Sendable, Hashable {
  /// Whether what matches is taken back in.
  let isNegated: Bool
  private let isForFolders: Bool
  private let pattern: [UInt8]

  init(_ text: String) {
    var text = text[...]
    isNegated = text.first == "!"
    if isNegated { text.removeFirst() }
    isForFolders = text.last == "/"
    if isForFolders { text.removeLast() }
    let isAnchored = text.contains("/")
    if text.first == "/" { text.removeFirst() }
    pattern = Array(((isAnchored || text.hasPrefix("**/") ? "" : "**/") + text).utf8)
  }

  /// Whether a path from the folder given matches.
  func matches(_ path: String, isFolder: Bool) -> Bool {
    (!isForFolders || isFolder) && Self.matches(pattern[...], Array(path.utf8)[...])
  }

  /// Whether the last of some patterns that matches a path leaves it out.
  static func excludes(_ patterns: [PathPattern], _ path: String, isFolder: Bool) -> Bool {
    patterns.last { $0.matches(path, isFolder: isFolder) }.map { !$0.isNegated } ?? false
  }

  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var path = path
    // Where the last star stands, and where what it has taken ends: with only the last to go back to, time stays bounded.
    var retry: (pattern: ArraySlice<UInt8>, path: ArraySlice<UInt8>, crosses: Bool)?
    var outer: (pattern: ArraySlice<UInt8>, path: ArraySlice<UInt8>, crosses: Bool)?
    while true {
      if pattern.starts(with: "**/".utf8) {
        pattern.removeFirst(3)
        outer = (pattern, path, true)
        retry = nil
        continue
      }
      if pattern.starts(with: "**".utf8) {
        pattern.removeFirst(2)
        outer = (pattern, path, false)
        retry = nil
        continue
      }
      if pattern.first == UInt8(ascii: "*") {
        pattern.removeFirst()
        retry = (pattern, path, false)
        continue
      }
      if path.isEmpty, pattern.isEmpty { return true }
      if let byte = path.first, let end = matchesOne(pattern, byte) {
        pattern = pattern[end...]
        path.removeFirst()
        continue
      }
      if let star = retry, let byte = star.path.first, byte != UInt8(ascii: "/") {
        retry?.path.removeFirst()
        (pattern, path) = (star.pattern, star.path.dropFirst())
        continue
      }
      guard let stars = outer, !stars.path.isEmpty else { return false }
      // `**/` goes on behind the next slash, `**` behind the next character.
      let rest = stars.crosses ? stars.path.drop { $0 != UInt8(ascii: "/") }.dropFirst() : stars.path.dropFirst()
      outer?.path = rest
      if rest.isEmpty, stars.crosses { return false }
      retry = nil
      (pattern, path) = (stars.pattern, rest)
    }
  }

  /// Where the pattern goes on if its first element matches a byte.
  private static func matchesOne(_ pattern: ArraySlice<UInt8>, _ byte: UInt8) -> Int? {
    guard let first = pattern.first else { return nil }
    let next = pattern.startIndex + 1
    switch first {
    case UInt8(ascii: "?"): return byte == UInt8(ascii: "/") ? nil : next
    case UInt8(ascii: "["):
      guard let close = pattern[next...].dropFirst().firstIndex(of: UInt8(ascii: "]")) else { break }
      var set = pattern[next..<close]
      let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
      if isNegated { set.removeFirst() }
      var isIn = false
      while let low = set.first {
        set.removeFirst()
        if set.count >= 2, set.first == UInt8(ascii: "-") {
          set.removeFirst()
          if let high = set.first, low <= byte, byte <= high { isIn = true }
          set.removeFirst()
        } else if low == byte {
          isIn = true
        }
      }
      return isIn != isNegated && byte != UInt8(ascii: "/") ? close + 1 : nil
    default: break
    }
    return first == byte ? next : nil
  }
}
