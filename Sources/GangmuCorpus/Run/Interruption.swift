import Glibc
import Synchronization

/// The wish of the user or the system that the process end: SIGINT or SIGTERM.
///
/// What runs goes on to a place where it can stop in good order. A second signal ends the process at once.
package enum Interruption {
  private static let number = Atomic<Int32>(0)

  /// Takes the two signals from now on.
  package static func install() {
    number.store(0, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      // Only what may be called in a handler (signal-safety(7)) is called here.
      if Interruption.number.exchange(signal, ordering: .relaxed) != 0 { _exit(128 + signal) }
    }
    // What waits looks around now and then, so nothing needs to be restarted.
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
    // Whoever started the process may have left them blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// The signal that came, or nil.
  package static var signal: Int32? {
    let signal = number.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Whether a signal came.
  package static var isRequested: Bool { number.load(ordering: .relaxed) != 0 }
}
