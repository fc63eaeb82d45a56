/// Reads a text line by line for its script and for sentences in which a character may stand for another.
///
/// What is asked about the characters is asked of the traits of eight at a time. Which sentences are doubtful is found out
/// where it is wanted, in Traditional lines.
struct ScriptScanner {
  private let text: FoldedText
  private let isOneLine: Bool
  private let doubts = DoubtFilter.shared
  /// Where the line stands that was read last, with its line end.
  private(set) var line = 0..<0
  /// The characters that tell its script.
  private(set) var evidence = ScriptEvidence()
  /// The regional forms of the text so far.
  private(set) var forms = PageForms()

  /// Begins to read a text. `isOneLine` says that a line end in it is a character as any other.
  init(_ text: FoldedText, isOneLine: Bool = false) {
    self.text = text
    self.isOneLine = isOneLine
  }

  /// Reads the next line, or returns false where there is none.
  mutating func nextLine() -> Bool {
    guard line.upperBound < text.count else { return false }
    text.withScriptTraits { words in
      line = line.upperBound..<(isOneLine ? text.count : text.endOfLine(from: line.upperBound))
      evidence = words.evidence(in: line)
      if evidence.traits.contains(.regional) { forms.count(text, words, in: line) }
    }
    return true
  }

  /// The sentences of the line read last that hold a character that may be written otherwise.
  func doubtful() -> [Range<Int>] {
    text.withScriptTraits { words in
      var sentences: [Range<Int>] = []
      var (start, isDoubtful) = (line.lowerBound, false)
      for (place, trait) in words.places(of: [.hasOtherForms, .sentenceEnd], in: line) {
        if trait.contains(.hasOtherForms) {
          // No branch upon the answer: each is far away, and so the next is asked for before it is there.
          let mayDiffer = doubts.mayDiffer(
            text.code(at: place), before: unit(at: place - 1), after: unit(at: place + 1))
          isDoubtful = isDoubtful || trait.contains(.leftOver) || mayDiffer
        }
        guard trait.contains(.sentenceEnd) else { continue }
        if isDoubtful { sentences.append(start..<place + 1) }
        (start, isDoubtful) = (place + 1, false)
      }
      if isDoubtful { sentences.append(start..<line.upperBound) }
      return sentences
    }
  }

  /// The fold of a character of the line; before the first and behind the last a line end.
  @inline(__always)
  private func unit(at place: Int) -> FoldUnit {
    line.contains(place) ? text[place] : "\n"
  }
}

extension FoldedText {
  /// The traits of its characters.
  @inline(__always)
  func withScriptTraits<Result>(_ body: (ScriptTraitsWords) -> Result) -> Result {
    content.traits.withUnsafeBufferPointer { body(ScriptTraitsWords($0)) }
  }

  /// The offset behind the next line feed, or the end. Other characters that fold to a line end are none.
  fileprivate func endOfLine(from start: Int) -> Int {
    units.withUnsafeBytes { bytes in
      var offset = start
      // Four units at a time: where one is a line end, it is 0 without the bits of a line end, and borrows.
      while offset &+ 4 <= count {
        let four = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 2 &* offset, as: UInt64.self))
        let bits = four ^ 0x000A_000A_000A_000A
        let found = (bits &- 0x0001_0001_0001_0001) & ~bits & 0x8000_8000_8000_8000
        guard found != 0 else {
          offset &+= 4
          continue
        }
        offset &+= found.trailingZeroBitCount / 16 &+ 1
        if code(at: offset &- 1) == 0x0A { return offset }
      }
      while offset < count {
        offset &+= 1
        if code(at: offset &- 1) == 0x0A { return offset }
      }
      return offset
    }
  }
}
