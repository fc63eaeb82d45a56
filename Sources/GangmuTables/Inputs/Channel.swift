import Dispatch
import Synchronization

/// Hands values from one thread to another, few at a time.
final class Channel<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  /// Makes a channel that holds so many values.
  init(capacity: Int) {
    room = DispatchSemaphore(value: capacity)
  }

  /// Waits for room and puts a value in; false where nobody takes any more.
  func send(_ element: Element) -> Bool {
    room.wait()
    let isClosed = state.withLock { state in
      if !state.isClosed { state.elements.append(element) }
      return state.isClosed
    }
    filled.signal()
    return !isClosed
  }

  /// Waits for the next value; nil after the last.
  func next() -> Element? {
    filled.wait()
    let element = state.withLock { $0.elements.isEmpty ? nil : $0.elements.removeFirst() }
    if element == nil { filled.signal() } else { room.signal() }
    return element
  }

  /// Ends the channel, from either side.
  func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
    room.signal()
  }
}
