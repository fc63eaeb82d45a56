/// Reconciles a text that comes in pieces of any size, line for line, with bounded memory.
///
/// The first 256 KB stand for the page: they say which regional forms it writes. A line longer than 64 KB is reconciled in
/// parts, cut behind a character that is no Han character where there is one.
public struct ReconciliationStream: Sendable {
  /// A kind of change.
  public struct Tally: Sendable, Hashable {
    /// Why: `script`, or a kind of repair.
    public let reason: String
    /// What stood there.
    public let original: String
    /// What stands there now.
    public let replacement: String
  }

  /// How often each change was made, and the line (from 1) and column (Unicode scalars, from 1) of the first.
  public private(set) var changes: [Tally: (count: Int, line: Int, column: Int)] = [:]
  /// The bytes that were no UTF-8. They are handed on as they are.
  public private(set) var invalid = InvalidUTF8.none

  private let target: Reconciler.Target
  private let repairs: Bool
  private let notesChanges: Bool
  private var reconciler: Reconciler?
  private var pending: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var column = 1

  private static let sampleSize = 1 << 18
  private static let partSize = 1 << 16

  /// Begins a text.
  public init(to target: Reconciler.Target, repairs: Bool = false, notesChanges: Bool = false) {
    self.target = target
    self.repairs = repairs
    self.notesChanges = notesChanges
  }

  /// Takes the next bytes and appends what can be reconciled to `output`.
  public mutating func write(_ bytes: [UInt8], into output: inout [UInt8]) {
    pending += bytes
    if reconciler == nil {
      guard pending.count >= Self.sampleSize else { return }
      begin()
    }
    reconcileParts(isFinal: false, into: &output)
  }

  /// Appends what is left.
  public mutating func finish(into output: inout [UInt8]) {
    if reconciler == nil { begin() }
    reconcileParts(isFinal: true, into: &output)
  }

  private mutating func begin() {
    reconciler = Reconciler(
      to: target, repairs: repairs, sample: FoldedText(utf8: Array(pending.prefix(Self.sampleSize))))
  }

  private mutating func reconcileParts(isFinal: Bool, into output: inout [UInt8]) {
    var start = 0
    while start < pending.count {
      var end = start
      let limit = min(start + Self.partSize, pending.count)
      while end < limit, pending[end] != 0x0A { end += 1 }
      if end == pending.count, !isFinal { break }
      let isWholeLine = end < pending.count && pending[end] == 0x0A
      if !isWholeLine, end < pending.count { end = cut(start..<end) }
      reconcile(start..<end, into: &output)
      start = end
      if isWholeLine {
        output.append(0x0A)
        start += 1
        (line, column) = (line + 1, 1)
      }
    }
    pending.removeFirst(start)
  }

  /// Where to cut a part of a long line: behind its last ASCII character, else before its last scalar, in its second half.
  private func cut(_ part: Range<Int>) -> Int {
    let half = part.lowerBound + part.count / 2
    if let ascii = pending[half..<part.upperBound].lastIndex(where: { $0 < 0x80 }) { return ascii + 1 }
    return pending[half..<part.upperBound].lastIndex { $0 & 0xC0 != 0x80 } ?? part.upperBound
  }

  /// Reconciles a part of a line. Bytes that are no UTF-8 part it further.
  private mutating func reconcile(_ part: Range<Int>, into output: inout [UInt8]) {
    var start = part.lowerBound
    while start < part.upperBound {
      let (end, isValid) = validEnd(start..<part.upperBound)
      if end > start { reconcileValid(start..<end, into: &output) }
      start = end
      if !isValid {
        invalid = InvalidUTF8(count: invalid.count + 1, firstOffset: invalid.firstOffset ?? offset)
        output.append(pending[start])
        offset += 1
        column += 1
        start += 1
      }
    }
    if part.upperBound < pending.count, pending[part.upperBound] == 0x0A { offset += 1 }
  }

  private func validEnd(_ part: Range<Int>) -> (end: Int, isValid: Bool) {
    pending.withUnsafeBufferPointer { bytes in
      var reader = UTF8Reader(bytes: UnsafeBufferPointer(rebasing: bytes[part]))
      while reader.next() != nil {}
      return reader.isValid ? (part.upperBound, true) : (part.lowerBound + reader.start, false)
    }
  }

  private mutating func reconcileValid(_ part: Range<Int>, into output: inout [UInt8]) {
    var changes: [Reconciler.Change]? = notesChanges ? [] : nil
    let reconciled = pending.withUnsafeBufferPointer { bytes in
      reconciler?.reconcile(utf8: UnsafeBufferPointer(rebasing: bytes[part]), &changes)
    }
    if let reconciled { output += reconciled } else { output += pending[part] }
    for change in changes ?? [] {
      let key = Tally(reason: change.reason, original: change.original, replacement: change.replacement)
      let first = self.changes[key] ?? (0, line, column + change.span.lowerBound)
      self.changes[key] = (first.count + 1, first.line, first.column)
    }
    offset += part.count
    if notesChanges { for byte in pending[part] where byte & 0xC0 != 0x80 { column += 1 } }
  }
}
