import HanText

/// What `gangmu normalize --report` prints: each pair of characters or words with its reason, how often, and where first.
struct ChangeReport {
  private struct Pair: Hashable {
    let reason: String
    let original: String
    let replacement: String
  }
  private var counts: [Pair: (count: Int, first: String)] = [:]

  /// Counts the changes of an input.
  mutating func add(_ tally: [ReconciliationStream.Tally: (count: Int, line: Int, column: Int)], from path: String) {
    for (key, value) in tally {
      let pair = Pair(reason: key.reason, original: key.original, replacement: key.replacement)
      let first = counts[pair]?.first ?? "\(path):\(value.line):\(value.column)"
      counts[pair] = ((counts[pair]?.count ?? 0) + value.count, first)
    }
  }

  /// The table, tabs between its columns: the most frequent first within each reason.
  var table: String {
    let rows = counts.sorted {
      ($0.key.reason, -$0.value.count, $0.key.original, $0.key.replacement)
        < ($1.key.reason, -$1.value.count, $1.key.original, $1.key.replacement)
    }
    return "class\tfrom\tto\tcount\tfirst\n"
      + rows.map {
        "\($0.key.reason)\t\($0.key.original)\t\($0.key.replacement)\t\($0.value.count)\t\($0.value.first)\n"
      }
      .joined()
  }
}
