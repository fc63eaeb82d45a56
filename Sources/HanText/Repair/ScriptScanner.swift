/// Reads a text line by line for its script and for sentences in which a character may stand for another.
///
/// A line's characters and their traits are written down side by side, without a question about any of them; what is asked
/// about the traits is asked of eight at a time. Which sentences are doubtful is found out where it is wanted, in Traditional
/// lines.
struct ScriptScanner: ~Copyable {
  /// A part of a line.
  struct Sentence {
    /// Its first scalar's offset in the text.
    var offset: Int
    /// Where its scalars stand in the line.
    fileprivate var span: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineEnd: UInt8?
  private let table = ScriptTraits.table
  private let fold = FoldTable.shared
  private let doubts = DoubtFilter.shared
  /// Where the next line begins: bytes and scalars.
  private var position = 0
  private var offset = 0
  /// The line read last, with its line end, and the traits of each of its scalars.
  private var scalars = FlatBuffer<UInt32>()
  private var traits = FlatBuffer<ScriptTraits>()
  /// The characters that tell the script of the line read last.
  private(set) var evidence = ScriptEvidence()
  /// The regional forms of the text so far.
  private(set) var forms = PageForms()

  /// Begins to read valid UTF-8. `isOneLine` says that a line end in it is a character as any other.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isOneLine: Bool = false) {
    self.bytes = bytes
    lineEnd = isOneLine ? nil : 0x0A
  }

  /// Reads the next line, or returns false where there is none.
  mutating func nextLine() -> Bool {
    guard position < bytes.count else { return false }
    offset += scalars.count
    scalars.removeAll()
    traits.removeAll()
    var isEnd = false
    while !isEnd, position < bytes.count {
      // What is read in one go has a bound, so that there is room for it.
      let limit = min(bytes.count, position &+ 4096)
      scalars.reserve(limit &- position)
      traits.reserve(limit &- position &+ ScriptTraitsWords.width)
      isEnd = decode(to: limit)
    }
    let words = ScriptTraitsWords(sealing: traits)
    evidence = words.evidence()
    words.forEach(.regional) { place, _ in forms.count(scalars[place]) }
    return true
  }

  /// Writes down scalars up to a limit or the line's end, and says whether that was met. The last may go beyond the limit.
  private mutating func decode(to limit: Int) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return true }
    let (output, outputTraits, table, bytes, lineEnd) = (scalars.base, traits.base, table, bytes, lineEnd)
    var (byte, count) = (position, scalars.count)
    defer {
      position = byte
      scalars.setCount(count)
      traits.setCount(count)
    }
    while byte < limit {
      // Han characters and their punctuation, four at a time.
      while byte &+ 14 <= limit {
        let first = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: byte, as: UInt64.self))
        let second = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: byte &+ 6, as: UInt64.self))
        guard ((first ^ 0xE000_00E0) | (second ^ 0xE000_00E0)) & 0xF000_00F0 == 0 else { break }
        let four = SIMD4(
          first.threeByteScalar, (first &>> 24).threeByteScalar, second.threeByteScalar, (second &>> 24).threeByteScalar
        )
        for place in 0..<4 {
          output[count &+ place] = four[place]
          outputTraits[count &+ place] = table[Int(four[place])]
        }
        byte &+= 12
        count &+= 4
      }
      guard byte < limit else { break }
      let lead = bytes[byte]
      if lead < 0x80 {
        output[count] = UInt32(lead)
        outputTraits[count] = table[Int(lead)].intersection(.sentenceEnd)
      } else if lead & 0xF0 == 0xE0 {
        let scalar = bytes.threeByteScalar(at: byte)
        output[count] = scalar
        outputTraits[count] = table[Int(scalar)]
      } else {
        (output[count], outputTraits[count]) = Self.rare(bytes, at: byte)
      }
      byte &+= UTF8.width(ofLead: lead)
      count &+= 1
      if lead == lineEnd { return true }
    }
    return false
  }

  /// A scalar of two or four bytes: those of two tell nothing, those of four may be written otherwise.
  @inline(never)
  private static func rare(
    _ bytes: UnsafeBufferPointer<UInt8>, at byte: Int
  ) -> (scalar: UInt32, traits: ScriptTraits) {
    let width = UTF8.width(ofLead: bytes[byte])
    var scalar: UInt32 = 0
    forEachScalar(UnsafeBufferPointer(rebasing: bytes[byte..<min(byte + width, bytes.count)])) { scalar = $0 }
    return (scalar, width == 4 ? .hasOtherForms : [])
  }

  /// The sentences of the line read last that hold a character that may be written otherwise.
  func doubtful() -> [Sentence] {
    let words = ScriptTraitsWords(sealing: traits)
    var sentences: [Sentence] = []
    var (start, isDoubtful) = (0, false)
    func close(at end: Int) {
      if isDoubtful { sentences.append(Sentence(offset: offset + start, span: start..<end)) }
      (start, isDoubtful) = (end, false)
    }
    words.forEach([.hasOtherForms, .sentenceEnd]) { place, trait in
      if trait.contains(.hasOtherForms) {
        // No branch upon the answer: each is far away, and so the next is asked for before it is there.
        let mayDiffer = doubts.mayDiffer(scalars[place], before: unit(at: place - 1), after: unit(at: place + 1))
        isDoubtful = isDoubtful || trait.contains(.leftOver) || mayDiffer
      }
      if trait.contains(.sentenceEnd) { close(at: place + 1) }
    }
    close(at: scalars.count)
    return sentences
  }

  /// The fold of a character of the line; before the first and behind the last a line end.
  @inline(__always)
  private func unit(at place: Int) -> FoldUnit {
    place >= 0 && place < scalars.count ? fold.fold(code: scalars[place]) : "\n"
  }

  /// The scalars of a sentence of the line read last, for as long as no other line is read.
  func scalars(of sentence: Sentence) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: scalars.base + sentence.span.lowerBound, count: sentence.span.count)
  }
}
