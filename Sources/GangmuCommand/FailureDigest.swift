import GangmuCorpus

/// What is told of failures: of those on the lines of a file the first few, and how many more there are. A file of the wrong
/// kind fails on each of its lines.
struct FailureDigest {
  private struct Group: Hashable {
    let file: String
    let code: String
  }

  /// How many failures of one kind are told of each file.
  static let shownCount = 3

  private var counts: [Group: Int] = [:]
  private var groups: [Group] = []

  /// What to say of a failure at once; nil where it is only counted.
  mutating func message(of failure: InputFailure) -> String? {
    guard let file = Self.file(of: failure) else { return "gangmu: \(failure)" }
    let group = Group(file: file, code: failure.code)
    let count = counts[group, default: 0] + 1
    counts[group] = count
    if count == 1 { groups.append(group) }
    return count <= Self.shownCount ? "gangmu: \(failure)" : nil
  }

  /// What to say at the end of those that were only counted.
  mutating func takeRest() -> [String] {
    defer { (counts, groups) = ([:], []) }
    return groups.compactMap { group in
      let more = counts[group, default: 0] - Self.shownCount
      guard more > 0 else { return nil }
      return "gangmu: \(InputFailure(uri: group.file, stage: .read, code: group.code, message: "and \(more) more"))"
    }
  }

  /// The file on a line of which something failed: `a.jsonl` of `a.jsonl:12` and `a.jsonl#12`.
  private static func file(of failure: InputFailure) -> String? {
    guard failure.stage == .read, let mark = failure.uri.utf8.lastIndex(where: { !(0x30...0x39).contains($0) }),
      [UInt8(ascii: ":"), UInt8(ascii: "#")].contains(failure.uri.utf8[mark]),
      failure.uri.utf8.index(after: mark) < failure.uri.utf8.endIndex
    else { return nil }
    return String(failure.uri[..<mark])
  }
}
