/// A page as libxml2 reads it: its markup, with a mark in place of each stretch of text.
///
/// libxml2 takes text character by character, which was the half of the time that a page took it, and text says nothing
/// about how elements nest. So a run of bytes beyond ASCII becomes one scalar of plane 15, which numbers the run, and a
/// reference by name becomes one of plane 16, which holds its character. `MarkupText` puts back what they stand for.
///
/// Where in the page they stand does not matter, in an attribute or in text: to libxml2 one scalar beyond ASCII is as good
/// as another, but for these, which stay:
/// - what may be part of a name behind `&` or `<?`: letters, of which Han characters are;
/// - what stands before the first tag: by its first bytes it tells a character set;
/// - everything, on a page that has scalars itself whose first byte could be that of a mark (U+C0000 and above), as they
///   stand or by reference (`&#xE0100;`), or U+FFFE or U+FFFF, which it leaves out.
struct MarkupSkeleton {
  /// What libxml2 is to read.
  private(set) var markup: [UInt8] = []
  /// The page.
  let source: [UInt8]
  /// Whether the text of the page is plain (`MarkupTraits`).
  let isPlain: Bool

  /// The runs that are left out, by their number.
  private(set) var runs: [Range<Int>] = []
  /// Whether marks may be set.
  let hasMarks: Bool
  private var hasTag = false
  /// Whether the markup so far ends in what may be part of a name.
  private var endsInName = false

  /// What is shorter is no longer than its mark, or not by much.
  private static let shortestRun = 12
  private static let mostRuns = 1 << 16

  /// Makes the skeleton of a page, to which nothing belongs yet.
  ///
  /// - Parameters:
  ///   - source: Valid UTF-8 of these traits.
  ///   - mayHaveMarks: Whether marks are set where the text has none of its own.
  init(of source: [UInt8], _ traits: MarkupTraits, mayHaveMarks: Bool = true) {
    self.source = source
    hasMarks = mayHaveMarks && !traits.holdsMarks
    isPlain = traits.isPlain
    markup.reserveCapacity(source.count / 2)
  }

  /// Appends a part of the page.
  ///
  /// - Parameter bytes: The page.
  mutating func append(_ part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    var copied = part.lowerBound
    var offset = part.lowerBound
    if !hasMarks {
      offset = part.upperBound
    } else if !hasTag {
      offset = bytes[part].firstIndex(of: UInt8(ascii: "<")) ?? part.upperBound
      hasTag = offset < part.upperBound
    } else if endsInName {
      offset = endOfName(from: offset, to: part.upperBound, in: bytes)
    }
    while offset < part.upperBound {
      let start = bytes.firstBeyondASCII(
        or: UInt8(ascii: "&"), UInt8(ascii: "?"), from: offset, to: part.upperBound)
      guard start < part.upperBound else { break }
      if bytes[start] >= 0x80 {
        offset = bytes.firstASCII(from: start, to: part.upperBound)
        guard offset - start >= Self.shortestRun, runs.count < Self.mostRuns else { continue }
        copy(copied..<start, of: bytes)
        setMark(0xF0000 + UInt32(runs.count))
        runs.append(start..<offset)
        copied = offset
      } else if bytes[start] == UInt8(ascii: "&"),
        let reference = NamedReference(at: start, in: bytes, end: part.upperBound)
      {
        copy(copied..<start, of: bytes)
        setMark(0x100000 + UInt32(reference.scalar))
        offset = start + reference.length
        copied = offset
      } else {
        offset = endOfName(from: start + 1, to: part.upperBound, in: bytes)
      }
    }
    copy(copied..<part.upperBound, of: bytes)
  }

  /// Appends a part of the page that is no markup, in which no reference stands for a character.
  mutating func appendAsIs(_ part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    copy(part, of: bytes)
  }

  /// Appends as many line ends as a part of the page has that is left out.
  mutating func appendLineEnds(in part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    let count = UnsafeBufferPointer(rebasing: bytes[part]).lineEnds
    guard count > 0 else { return }
    markup.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: count))
    endsInName = false
  }

  private mutating func copy(_ part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    if !part.isEmpty { markup.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[part])) }
  }

  private mutating func setMark(_ scalar: UInt32) {
    endsInName = false
    markup.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
    markup.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
    markup.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
    markup.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
  }

  /// Where what may be part of a name ends.
  private mutating func endOfName(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var offset = start
    while offset < end, bytes[offset] >= 0x80 || Self.isOfName(bytes[offset]) { offset += 1 }
    endsInName = offset == end
    return offset
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  /// Whether a reference by number stands for what could be taken for a mark. References may come together where something
  /// between was taken out, so the markup is asked, not the page.
  var refersToMarks: Bool {
    hasMarks
      && markup.withUnsafeBufferPointer { markup in
        var offset = 0
        while let ampersand = markup.firstOffset(of: UInt8(ascii: "&"), from: offset) {
          offset = ampersand + 1
          if NumberedReference.value(behindAmpersand: markup[offset...]) >= MarkupText.leastMarked { return true }
        }
        return false
      }
  }
}
