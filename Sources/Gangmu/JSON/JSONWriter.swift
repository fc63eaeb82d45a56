/// Writes JSON as UTF-8 into one growing buffer.
///
/// Writing records is on the hot path of every run; Foundation's encoder, which boxes every value, managed 35 MB/s.
package struct JSONWriter: ~Copyable {
  private var head: [UInt8]
  var buffer: ByteBuffer
  let layout: JSONLayout
  private var depth = 0

  /// Makes a writer that goes on after the bytes given and is likely to write about so many.
  package init(appendingTo bytes: consuming [UInt8] = [], layout: JSONLayout = .line, expecting count: Int = 4096) {
    self.head = bytes
    self.layout = layout
    buffer = ByteBuffer(capacity: count)
  }

  /// The bytes given and what was written after them. The writer is used up.
  package var bytes: [UInt8] {
    consuming get {
      buffer.append(to: &head)
      return head
    }
  }

  /// Writes an object whose members `members` writes with `member(_:_:)`.
  @inline(__always)
  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    let start = buffer.count
    depth += 1
    members(&self)
    depth -= 1
    enclose(from: start, UInt8(ascii: "{"), UInt8(ascii: "}"))
  }

  /// Writes one member of an object. Its key must be ASCII without anything to be escaped.
  ///
  /// Records name their keys so, though `CodingKeys` of the same names read them: the string of a coding key is made anew for
  /// each member of each record.
  @inline(__always)
  package mutating func member(_ key: StaticString, _ value: some JSONWritable) {
    begin(member: key)
    value.write(to: &self)
  }

  /// Writes one member of an object.
  @inline(__always)
  package mutating func member<Key: CodingKey>(_ key: Key, _ value: some JSONWritable) {
    var key = key.stringValue
    key.withUTF8 { begin(member: $0) }
    value.write(to: &self)
  }

  @inline(never)
  private mutating func begin(member key: StaticString) {
    begin(member: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  /// Writes what stands before the value of a member.
  @inline(__always)
  private mutating func begin(member key: UnsafeBufferPointer<UInt8>) {
    guard layout == .line, key.count <= 16, buffer.hasRoom(32) else { return beginSlowly(member: key) }
    buffer.store(Self.marks(",", "\""), width: 2)
    buffer.store(few: key)
    buffer.store(Self.marks("\"", ":"), width: 2)
  }

  @inline(never)
  private mutating func beginSlowly(member key: UnsafeBufferPointer<UInt8>) {
    begin()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(key)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(UInt8(ascii: ":"))
    if layout == .pretty { buffer.append(UInt8(ascii: " ")) }
  }

  /// Two marks in the lowest bytes of a word.
  @inline(__always)
  private static func marks(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(UInt8(ascii: first)) | UInt64(UInt8(ascii: second)) &<< 8
  }

  /// Writes an array, one element a line in the pretty layout.
  package mutating func array(_ elements: [some JSONWritable]) {
    let start = buffer.count
    depth += 1
    for element in elements {
      begin()
      element.write(to: &self)
    }
    depth -= 1
    enclose(from: start, UInt8(ascii: "["), UInt8(ascii: "]"))
  }

  /// Writes an array of integers on one line in either layout.
  package mutating func integers(_ elements: [Int]) {
    buffer.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { separateOnLine() }
      integer(element)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  /// Writes `null`.
  package mutating func null() {
    literal("null")
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    literal(value ? "true" : "false")
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: some Collection<UInt8>) {
    if json.withContiguousStorageIfAvailable({ buffer.append($0) }) == nil {
      for byte in json { buffer.append(byte) }
    }
  }

  private mutating func literal(_ text: StaticString) {
    buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// What stands before a member or an element: a comma, and a new line in the pretty layout.
  @inline(__always)
  private mutating func begin() {
    buffer.append(UInt8(ascii: ","))
    if layout == .pretty { newLine() }
  }

  private mutating func separateOnLine() {
    buffer.append(UInt8(ascii: ","))
    if layout == .pretty { buffer.append(UInt8(ascii: " ")) }
  }

  /// Encloses the members or elements that were written from a place on. The comma before the first makes room for the opener.
  @inline(__always)
  private mutating func enclose(from start: Int, _ opener: UInt8, _ closer: UInt8) {
    if buffer.count == start {
      buffer.append(opener)
    } else {
      buffer.replace(at: start, by: opener)
      if layout == .pretty { newLine() }
    }
    buffer.append(closer)
  }

  /// Begins a line.
  @inline(never)
  private mutating func newLine() {
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { buffer.append(UInt8(ascii: " ")) }
  }
}
