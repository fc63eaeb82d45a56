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

  /// Compares a record with another one. Values that differ in script, width, spaces or regional words (網路, 网络) alone are
  /// the same.
  init(of record: JSONTree, to other: JSONTree) {
    changes = Self.fields.compactMap { field, values in
      var (onlyHere, onlyThere) = Self.difference(values(record), values(other), by: Self.key)
      // Conversion takes longer, and few values get here.
      if !onlyHere.isEmpty, !onlyThere.isEmpty {
        (onlyHere, onlyThere) = Self.difference(onlyHere, onlyThere) { Self.key(Self.mainland.convert($0)) }
      }
      return onlyHere.isEmpty && onlyThere.isEmpty
        ? nil : Change(field: field, onlyHere: onlyHere, onlyThere: onlyThere)
    }
  }

  private static let mainland = Converter(.tw2sp)

  /// The values of either list that the other one has not.
  private static func difference(
    _ here: [String], _ there: [String], by key: (String) -> [FoldUnit]
  ) -> (onlyHere: [String], onlyThere: [String]) {
    let (hereKeys, thereKeys) = (here.map(key), there.map(key))
    let (hereSet, thereSet) = (Set(hereKeys), Set(thereKeys))
    return (
      zip(here, hereKeys).filter { !thereSet.contains($0.1) }.map { $0.0 },
      zip(there, thereKeys).filter { !hereSet.contains($0.1) }.map { $0.0 }
    )
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
