import Glibc

/// The bytes of streams, end to end in a file without a name that is gone with this object. It is made when the first comes.
final class TemporaryBytes {
  /// The file; -1 while there is none.
  private(set) var descriptor: Int32 = -1
  private let folder: String
  private var count = 0

  init(in folder: String) {
    self.folder = folder
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Appends what a stream has, and says where that stands now; `fail` hears why it may not be all.
  func append(_ window: ByteWindow, of uri: String, fail: (InputFailure) -> Void) -> Range<Int> {
    let start = count
    do throws(SystemError) {
      while try window.fill(1) {
        if let error = write(window.bytes) {
          let message = "cannot be copied to \(folder): \(error.text); what follows is not read"
          fail(InputFailure(uri: uri, stage: .read, code: "input.unreadable", message: message))
          break
        }
        window.skip(window.count)
      }
    } catch {
      fail(error.failure(of: uri))
    }
    for fault in window.takeFaults() { fail(fault.failure(of: uri)) }
    return start..<count
  }

  /// Writes bytes behind the others, or says why that cannot be.
  private func write(_ bytes: UnsafeRawBufferPointer) -> SystemError? {
    if descriptor < 0 {
      var template = Array((folder + "/gangmu-XXXXXX").utf8CString)
      descriptor = mkstemp(&template)
      guard descriptor >= 0 else { return SystemError(number: errno) }
      unlink(template)
    }
    var written = 0
    while written < bytes.count {
      let result = pwrite(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, off_t(count + written))
      if result < 0, errno != EINTR { return SystemError(number: errno) }
      written += max(result, 0)
    }
    count += written
    return nil
  }
}
