/// The values of a counter that a report lists, and what it says of those that it does not.
struct ValueListing: Sendable {
  /// What it is called in JSON.
  let name: String
  /// What it is called for people.
  let title: String
  let counter: ValueCounter
  /// Whether to list by value instead of by count.
  var isOrdered = false

  /// The most frequent values.
  func entries(top: Int) -> [ValueCounter.Entry] {
    let entries = counter.top(top)
    return isOrdered ? entries.sorted { $0.value < $1.value } : entries
  }

  /// What is to be known where the list is cut or the counts may be too low.
  func note(top: Int) -> String? {
    if counter.error > 0 {
      return "the \(min(top, counter.distinct)) most frequent; counts may be too low by up to \(counter.error)"
    }
    return counter.distinct > top ? "the \(top) most frequent of \(counter.distinct)" : nil
  }
}
