import Gangmu
import HanText

/// What differs between the records of two copies: what gangmu read from the one and not from the other.
struct RecordChanges: Sendable, Hashable {
  /// A field of the record and its values that only one of the two has.
  struct Change: Sendable, Hashable {
    let field: String
    let onlyHere: [String]
    let onlyThere: [String]
  }

  let changes: [Change]

  /// Compares a record with another one. Values that differ in script, width or spaces alone are the same.
  init(of record: JSONTree, to other: JSONTree) {
    changes = Self.fields.compactMap { field, values in
      let (here, there) = (values(record), values(other))
      let (hereKeys, thereKeys) = (Set(here.map(Self.key)), Set(there.map(Self.key)))
      let onlyHere = here.filter { !thereKeys.contains(Self.key($0)) }
      let onlyThere = there.filter { !hereKeys.contains(Self.key($0)) }
      return onlyHere.isEmpty && onlyThere.isEmpty
        ? nil : Change(field: field, onlyHere: onlyHere, onlyThere: onlyThere)
    }
  }

  /// The fields that are compared. A date is compared by its value, not by its words.
  private static let fields: [(String, @Sendable (JSONTree) -> [String])] = [
    ("title", { [$0["title"]?.string].compactMap { $0 } }),
    ("themes", { unique($0["themes"], "text") }),
    ("dates", { unique($0["dates"], "edtf") }),
    (
      "actors",
      { record in
        var seen: Set<String> = []
        return (record["responsibilities"]?.elements ?? []).compactMap { $0["actor"]?["text"]?.string }
          .filter { seen.insert($0).inserted }
      }
    ),
  ]

  private static func unique(_ list: JSONTree?, _ key: String) -> [String] {
    var seen: Set<String> = []
    return (list?.elements ?? []).compactMap { $0[key]?.string }.filter { seen.insert($0).inserted }
  }

  private static func key(_ value: String) -> [FoldUnit] { FoldUnit.fold(value).filter { $0 != " " } }
}

extension RecordChanges.Change: JSONWritable {
  private enum Key: String, CodingKey {
    case field
    case onlyHere = "only_here"
    case onlyThere = "only_there"
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(Key.field, field)
      $0.member(Key.onlyHere, onlyHere)
      $0.member(Key.onlyThere, onlyThere)
    }
  }
}
