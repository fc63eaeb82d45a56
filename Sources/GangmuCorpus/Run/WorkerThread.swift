import Glibc

/// A thread of the system's.
///
/// Work on a page never waits for anything, so it takes whole threads and leaves the few of Swift's concurrency pool to
/// those who do wait.
struct WorkerThread {
  private let thread: pthread_t

  /// Starts a thread; nil where the system has none left. It takes no signals: those are the main thread's.
  init?(_ body: @escaping @Sendable () -> Void) {
    var allSignals = sigset_t()
    var signals = sigset_t()
    sigfillset(&allSignals)
    pthread_sigmask(SIG_SETMASK, &allSignals, &signals)
    defer { pthread_sigmask(SIG_SETMASK, &signals, nil) }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for its end.
  func join() {
    pthread_join(thread, nil)
  }

  /// Lets it end by itself.
  func detach() {
    pthread_detach(thread)
  }

  /// As much as the main thread has by default.
  private static let stackSize = 1 << 23

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}
