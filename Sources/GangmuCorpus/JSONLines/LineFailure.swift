/// Why a line of JSON Lines cannot be used.
public struct LineFailure: Error, Sendable, Hashable {
  /// A stable name: `jsonl.invalid`, `jsonl.missing` or `jsonl.unlabelled`.
  public let code: String
  /// One phrase for people.
  public let message: String

  /// It is no JSON.
  static func invalid(_ failure: JSONFailure) -> LineFailure {
    LineFailure(code: "jsonl.invalid", message: "not JSON: \(failure)")
  }

  /// It lacks a member.
  static func missing(_ key: String) -> LineFailure {
    LineFailure(code: "jsonl.missing", message: "no `\(key)`")
  }

  /// It has no label where one is asked for.
  static func unlabelled(_ field: String) -> LineFailure {
    LineFailure(code: "jsonl.unlabelled", message: "no label in `\(field)`")
  }
}
