/// Bytes that are written one after the other.
///
/// An array asks before each byte whether it is shared. Records are written a few bytes at a time, and that asking took a
/// third of the time; a buffer that cannot be copied has no need of it. Invariant: the memory holds a word more than
/// `capacity`, so that whole words can be stored of which a few bytes count.
struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The number of bytes written.
  private(set) var count = 0

  init(capacity: Int = 4096) {
    base = .allocate(capacity: capacity + MemoryLayout<UInt64>.size)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

  /// Whether there is room for so many bytes beyond those that are there.
  @inline(__always)
  func hasRoom(_ number: Int) -> Bool { capacity &- count >= number }

  /// Makes room for so many bytes beyond those that are there.
  @inline(__always)
  mutating func reserve(_ number: Int) {
    if capacity &- count < number { grow(by: number) }
  }

  /// Writes a byte into room that was reserved.
  @inline(__always)
  mutating func store(_ byte: UInt8) {
    base[count] = byte
    count &+= 1
  }

  /// Writes the lowest bytes of a word, eight at most, into room that was reserved.
  @inline(__always)
  mutating func store(_ word: UInt64, width: Int) {
    UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count &+= width
  }

  /// Copies bytes from an offset on, eight at a time and as long as each eight are plain, into room that was reserved; gives back
  /// where it stopped.
  @inline(__always)
  mutating func storeWords(
    of bytes: UnsafeRawBufferPointer, from start: Int, while isPlain: (UInt64) -> Bool
  ) -> Int {
    let output = UnsafeMutableRawPointer(base + count)
    var offset = start
    while offset &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard isPlain(UInt64(littleEndian: word)) else { break }
      output.storeBytes(of: word, toByteOffset: offset &- start, as: UInt64.self)
      offset &+= 8
    }
    count &+= offset &- start
    return offset
  }

  /// Writes a word into room that was reserved, of which so many of the first bytes were written already.
  @inline(__always)
  mutating func store(_ word: UInt64, without written: Int) {
    UnsafeMutableRawPointer(base + (count &- written)).storeBytes(of: word.littleEndian, as: UInt64.self)
    count &+= 8 &- written
  }

  /// Writes another byte over one that was written.
  @inline(__always)
  mutating func replace(at place: Int, by byte: UInt8) {
    base[place] = byte
  }

  /// Writes bytes into room that was reserved.
  @inline(__always)
  mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    (base + count).update(from: source, count: bytes.count)
    count &+= bytes.count
  }

  /// Writes 16 bytes at most into room that was reserved: as two words of which the second may begin within the first, or where
  /// they are fewer than a word as such halves of a word, or one by one.
  @inline(__always)
  mutating func store(few bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    let (source, output) = (UnsafeRawPointer(base), UnsafeMutableRawPointer(self.base + count))
    func copy<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type) {
      let last = bytes.count &- MemoryLayout<Word>.size
      let head = source.loadUnaligned(as: Word.self)
      let tail = source.loadUnaligned(fromByteOffset: last, as: Word.self)
      output.storeBytes(of: head, as: Word.self)
      output.storeBytes(of: tail, toByteOffset: last, as: Word.self)
    }
    switch bytes.count {
    case 8...: copy(UInt64.self)
    case 4...: copy(UInt32.self)
    case 2...: copy(UInt16.self)
    case 1: output.storeBytes(of: base.pointee, as: UInt8.self)
    default: break
    }
    count &+= bytes.count
  }

  /// Writes a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    store(byte)
  }

  /// Writes bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    store(bytes)
  }

  /// Appends what was written to an array.
  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }

  @inline(never)
  private mutating func grow(by number: Int) {
    capacity = max(capacity * 2, count + number)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + MemoryLayout<UInt64>.size)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
