import Foundation

/// The files in `Fixtures`.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// The rows of a table whose columns tabs part; empty lines and lines that begin with `#` are left out.
  static func rows(_ path: String) throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
