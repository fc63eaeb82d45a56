import GangmuCorpus

/// Hands values from one thread to another, few at a time.
final class Channel<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Monitor(State())
  private let capacity: Int

  /// Makes a channel that holds so many values.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Waits for room and puts a value in; false where nobody takes any more.
  func send(_ element: Element) -> Bool {
    state.wait { $0.isClosed || $0.elements.count < capacity ? () : nil }
    return state.change { state in
      if !state.isClosed { state.elements.append(element) }
      return !state.isClosed
    }
  }

  /// Waits for the next value; nil after the last.
  func next() -> Element? {
    state.wait { $0.isClosed || !$0.elements.isEmpty ? () : nil }
    return state.change { $0.elements.isEmpty ? nil : $0.elements.removeFirst() }
  }

  /// Ends the channel, from either side.
  func close() {
    state.change { $0.isClosed = true }
  }
}
