import Glibc

/// A growing array that can leave memory: after `spill()` it lies in a temporary file that has no name, so that it is gone
/// with the process whatever happens, and the system keeps in memory only what is in use.
package struct SpillableBuffer<Element: BitwiseCopyable>: ~Copyable {
  package private(set) var count = 0
  private var capacity = 0
  private var base: UnsafeMutablePointer<Element>?
  /// The temporary file, or -1 while the elements are in memory.
  private var file: Int32 = -1

  package var isSpilled: Bool { file >= 0 }
  /// Bytes in memory.
  var byteCount: Int { isSpilled ? 0 : capacity * MemoryLayout<Element>.stride }

  /// Makes an empty buffer in memory.
  package init() {}

  deinit {
    if file >= 0 {
      if let base { munmap(base, capacity * MemoryLayout<Element>.stride) }
      close(file)
    } else {
      free(base)
    }
  }

  /// All elements. Valid until the next change.
  package var elements: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: base, count: count) }

  /// - Throws: `CopyFailure`; then the elements are as before.
  package mutating func append(contentsOf new: some Collection<Element>) throws(CopyFailure) {
    try reserve(count + new.count)
    guard let base else { return }
    for element in new {
      base[count] = element
      count += 1
    }
  }

  /// Makes room, without setting, for so many elements in all, and counts them.
  /// - Throws: `CopyFailure`; then the elements are as before.
  package mutating func grow(to count: Int) throws(CopyFailure) {
    try reserve(count)
    self.count = count
  }

  private mutating func reserve(_ needed: Int) throws(CopyFailure) {
    guard needed > capacity else { return }
    let grown = max(needed, capacity + capacity / 2, 1024)
    let size = grown * MemoryLayout<Element>.stride
    if isSpilled {
      let old = capacity * MemoryLayout<Element>.stride
      try Self.extend(file, from: old, to: size)
      let moved: UnsafeMutablePointer<Element> = try Self.map(file, size)
      munmap(base, old)
      base = moved
    } else {
      guard let moved = realloc(base, size) else { throw .memory }
      base = moved.assumingMemoryBound(to: Element.self)
    }
    capacity = grown
  }

  /// Moves the elements to a temporary file in `folder`.
  /// - Throws: `CopyFailure`; then the elements stay in memory.
  package mutating func spill(to folder: String) throws(CopyFailure) {
    guard !isSpilled else { return }
    var template = Array((folder + "/gangmu-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .spill(errno) }
    unlink(template)
    let grown = max(capacity, 1024)
    let size = grown * MemoryLayout<Element>.stride
    let moved: UnsafeMutablePointer<Element>
    do throws(CopyFailure) {
      try Self.extend(descriptor, from: 0, to: size)
      moved = try Self.map(descriptor, size)
    } catch {
      close(descriptor)
      throw error
    }
    if let base { moved.update(from: base, count: count) }
    free(base)
    (base, capacity, file) = (moved, grown, descriptor)
  }

  /// Lengthens a file and reserves its space: where the file system has none left, that shows here and not as a signal
  /// when a page of the file is written. A file system that cannot reserve only lengthens it.
  private static func extend(_ file: Int32, from old: Int, to size: Int) throws(CopyFailure) {
    var reason: Int32
    repeat { reason = posix_fallocate(file, off_t(old), off_t(size - old)) } while reason == EINTR
    if reason == EOPNOTSUPP { reason = ftruncate(file, off_t(size)) == 0 ? 0 : errno }
    guard reason == 0 else { throw .spill(reason) }
  }

  private static func map(_ file: Int32, _ size: Int) throws(CopyFailure) -> UnsafeMutablePointer<Element> {
    guard let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), mapped != MAP_FAILED else {
      throw .spill(errno)
    }
    return mapped.assumingMemoryBound(to: Element.self)
  }

  /// Lets go of the memory of what was spilled, after a pass over it.
  func release() {
    if isSpilled, let base { madvise(base, capacity * MemoryLayout<Element>.stride, MADV_DONTNEED) }
  }
}

/// Why a run over a corpus cannot go on.
public enum CopyFailure: Error, Sendable, Hashable {
  /// There is no memory left.
  case memory
  /// The temporary file cannot be written: the number of the system's error.
  case spill(Int32)
  /// A text that was read before cannot be read again.
  case unreadable(text: Int)
}

extension CopyFailure: CustomStringConvertible {
  /// One sentence for people.
  public var description: String {
    switch self {
    case .memory: "there is no memory left"
    case .spill(let number):
      "cannot write a temporary file: \(strerror(number).map { String(cString: $0) } ?? "\(number)")"
    case .unreadable(let text): "text \(text) cannot be read again; did its file change?"
    }
  }
}
