/// Counts how often values occur, in bounded memory.
///
/// Up to `capacity` distinct values are counted exactly. Beyond twice that, the rare ones are dropped (Misra and Gries 1982, in
/// batches): each count may then be too low by at most `error`, and a value that occurred more often than that is never
/// missed.
struct ValueCounter: Sendable {
  /// A value with its count.
  struct Entry: Sendable, Hashable {
    /// The value as it was first written.
    let value: String
    var count: Int
  }

  let capacity: Int
  private var entries: [String: Entry] = [:]
  /// How much too low a count may be.
  private(set) var error = 0

  init(capacity: Int = 10_000) {
    self.capacity = capacity
  }

  /// The number of distinct values; where `error` is not 0, of those that were kept.
  var distinct: Int { entries.count }

  /// Counts a value, so many times. Values with the same key are the same.
  mutating func add(_ value: String, key: String? = nil, count: Int = 1) {
    entries[key ?? value, default: Entry(value: value, count: 0)].count += count
    if entries.count > capacity * 2 { dropRare() }
  }

  private mutating func dropRare() {
    let counts = entries.values.map(\.count).sorted(by: >)
    let threshold = counts[capacity]
    error += threshold
    entries = entries.compactMapValues {
      $0.count > threshold ? Entry(value: $0.value, count: $0.count - threshold) : nil
    }
  }

  /// The most frequent values, the most frequent first, equal ones by their code points.
  func top(_ count: Int) -> [Entry] {
    let sorted = entries.values.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    return Array(sorted.prefix(count))
  }
}
