import Gangmu

/// What there is to read: the files behind each path, counted and hashed without reading them.
package struct InputListing: Sendable, Hashable {
  /// What one path leads to.
  package struct Input: Sendable, Hashable {
    /// The path as given, without slashes at its end, which name no other pages.
    package var path: String
    /// How many files there are.
    package var files = 0
    /// Their bytes as stored.
    package var bytes = 0
    /// The SHA-256 of the list of the files: one line each with path, length, and time of the last change in nanoseconds.
    package var sha256 = ""
  }

  /// One for each path.
  package private(set) var inputs: [Input] = []
  /// Whether standard input, whose length nobody knows, is among them.
  package var hasStandardInput: Bool { inputs.contains { $0.path == "-" } }
  /// The bytes of all files.
  package var bytes: Int { inputs.reduce(0) { $0 + $1.bytes } }

  /// Lists the files of a source.
  package init(_ source: PathSource) {
    for path in source.paths {
      var input = Input(path: Self.withoutLastSlashes(path))
      var hash = SHA256()
      var files = PathSource([path], options: source.options).makeIterator()
      while let result = files.nextFile(), !Interruption.isRequested {
        let line: String
        switch result {
        case .success(let file):
          input.files += 1
          input.bytes += file.size ?? 0
          line = "\(file.uri)\t\(file.size ?? 0)\t\(file.modified)\n"
        case .failure(let failure): line = "\(failure.uri)\t\(failure.code)\n"
        }
        Array(line.utf8).withUnsafeBytes { hash.update($0) }
      }
      input.sha256 = hash.hexDigest()
      inputs.append(input)
    }
  }

  private static func withoutLastSlashes(_ path: String) -> String {
    let end = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }
    return end.map { String(path[...$0]) } ?? path
  }
}

extension InputListing.Input: JSONWritable {
  private enum CodingKeys: String, CodingKey {
    case path, files, bytes, sha256
  }

  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.path, path)
      $0.member(CodingKeys.files, files)
      $0.member(CodingKeys.bytes, bytes)
      $0.member(CodingKeys.sha256, sha256)
    }
  }
}
