/// Growing memory for trivial elements, owned by one value: what the hot loops of the conversion read and write.
///
/// An array would do, but checks uniqueness and bounds at each append, which costs as much as the conversion itself. Here
/// the caller asks for room once (`reserve`) and then appends unchecked. Invariant: `count <= capacity`, and the first
/// `count` elements are initialised; the memory holds two elements more.
struct FlatBuffer<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private(set) var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity + 2)
  }

  deinit {
    base.deallocate()
  }

  /// Makes room for so many elements beyond those that are there.
  @inline(__always)
  mutating func reserve(_ extra: Int) {
    if count + extra > capacity { grow(to: count + extra) }
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let wider = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: wider + 2)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = wider
  }

  /// Appends without looking for room, which must have been reserved.
  @inline(__always)
  mutating func append(_ element: Element) {
    base[count] = element
    count += 1
  }

  /// The elements, with two zeros behind the last that loops may read but do not count. There is always room for them.
  var sealed: UnsafePointer<Element> {
    UnsafeMutableRawPointer(base + count).initializeMemory(
      as: UInt8.self, repeating: 0, count: 2 * MemoryLayout<Element>.stride)
    return UnsafePointer(base)
  }

  /// Takes away the first elements.
  mutating func removeFirst(_ number: Int) {
    guard number > 0 else { return }
    let rest = count - number
    if rest > 0 { base.update(from: base + number, count: rest) }
    count = rest
  }

  mutating func removeAll() {
    count = 0
  }

  /// For loops that write through `base`: says how many elements there are now, at most what was reserved.
  @inline(__always)
  mutating func setCount(_ number: Int) {
    count = number
  }

  @inline(__always)
  subscript(index: Int) -> Element { base[index] }
}
