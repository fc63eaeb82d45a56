/// The traits of a text's characters, looked at eight at a time.
struct ScriptTraitsWords {
  /// The traits of so many characters make a word.
  static let width = MemoryLayout<UInt64>.size

  private let base: UnsafeRawPointer?

  /// Looks at traits that must outlive it, and be sealed by a word of empty ones (`FoldedScalars.traits`).
  init(_ traits: UnsafeBufferPointer<ScriptTraits>) {
    base = UnsafeRawPointer(traits.baseAddress)
  }

  /// The characters of a span that tell the script.
  func evidence(in span: Range<Int>) -> ScriptEvidence {
    var evidence = ScriptEvidence()
    var place = span.lowerBound
    while place < span.upperBound {
      // The eight bytes of a word each count to 255 at most.
      let end = min(place &+ 255 &* Self.width, span.upperBound)
      var (traditional, simplified, seen): (UInt64, UInt64, UInt64) = (0, 0, 0)
      while place < end {
        let word = word(at: place, to: span.upperBound)
        traditional &+= word & Self.each(.traditional)
        simplified &+= (word & Self.each(.simplified)) &>> 1
        seen |= word
        place &+= Self.width
      }
      evidence.add(
        traditional: Self.sum(traditional), simplified: Self.sum(simplified), traits: Self.union(seen))
    }
    return evidence
  }

  /// The characters of a span that have one of some traits, in their order.
  @inline(__always)
  func places(of wanted: ScriptTraits, in span: Range<Int>) -> Places {
    Places(words: self, wanted: Self.each(wanted), span: span)
  }

  /// Goes from one character that has some traits to the next.
  struct Places: Sequence, IteratorProtocol {
    private let words: ScriptTraitsWords
    private let wanted: UInt64
    private let end: Int
    /// The word at hand, where it begins, and what is wanted of it and was not given yet.
    private var word: UInt64 = 0
    private var start: Int
    private var left: UInt64 = 0

    @inline(__always)
    fileprivate init(words: ScriptTraitsWords, wanted: UInt64, span: Range<Int>) {
      (self.words, self.wanted, end, start) = (words, wanted, span.upperBound, span.lowerBound &- width)
    }

    @inline(__always)
    mutating func next() -> (place: Int, traits: ScriptTraits)? {
      while left == 0 {
        start &+= width
        guard start < end else { return nil }
        word = words.word(at: start, to: end)
        left = word & wanted
      }
      let byte = left.trailingZeroBitCount / 8
      left &= ~(0xFF &<< UInt64(8 &* byte))
      return (start &+ byte, ScriptTraits(rawValue: UInt8(truncatingIfNeeded: word &>> UInt64(8 &* byte))))
    }
  }

  /// The traits from a place on, empty ones from an end on.
  @inline(__always)
  private func word(at place: Int, to end: Int) -> UInt64 {
    guard let base else { return 0 }
    let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    return end &- place < Self.width ? word & (1 &<< UInt64(8 &* (end &- place)) &- 1) : word
  }

  /// Traits in each byte of a word.
  @inline(__always)
  private static func each(_ traits: ScriptTraits) -> UInt64 {
    UInt64(traits.rawValue) &* 0x0101_0101_0101_0101
  }

  /// The traits that are in some byte of a word.
  private static func union(_ word: UInt64) -> ScriptTraits {
    let half = word | word &>> 32
    let quarter = half | half &>> 16
    return ScriptTraits(rawValue: UInt8(truncatingIfNeeded: quarter | quarter &>> 8))
  }

  /// The sum of the bytes of a word.
  private static func sum(_ word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
