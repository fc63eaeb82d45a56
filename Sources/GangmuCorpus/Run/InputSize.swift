import Synchronization

/// The bytes that a source has, found out beside the run: whoever waits for a long run wants to know how long.
package final class InputSize: Sendable {
  private let total: Atomic<Int>
  private let hasBegun = Atomic(false)
  private let source: PathSource?

  /// Makes one of a source that is yet to be looked at.
  package init(of source: PathSource) {
    self.source = source
    total = Atomic(-1)
  }

  /// Makes one that is known.
  package init(bytes: Int) {
    source = nil
    total = Atomic(bytes)
  }

  /// The bytes as they are stored, or nil where they are not known, or not yet. The first question begins the search.
  package var bytes: Int? {
    if let source, !hasBegun.exchange(true, ordering: .relaxed) {
      WorkerThread { [self] in
        let listing = InputListing(source)
        if !listing.hasStandardInput { total.store(listing.bytes, ordering: .relaxed) }
      }?.detach()
    }
    let bytes = total.load(ordering: .relaxed)
    return bytes < 0 ? nil : bytes
  }
}
