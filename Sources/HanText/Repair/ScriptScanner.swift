/// Reads a text line by line for its script and for sentences in which a character may stand for another, at the cost of one
/// look-up a character.
struct ScriptScanner {
  /// A part of a line.
  struct Sentence {
    /// Where its bytes stand.
    var bytes: Range<Int>
    /// Its first scalar's offset.
    var offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineEnd: UInt8?
  private let traits = ScriptTraits.table
  private let units = FoldTable.shared.units
  private let doubts = DoubtFilter.shared
  /// Where the next line begins: bytes and scalars.
  private(set) var position = 0
  private(set) var offset = 0
  /// The characters that tell the script of the line read last.
  private(set) var evidence = ScriptEvidence()
  /// The sentences of the line read last that hold a character that may be written otherwise.
  private(set) var doubtful: [Sentence] = []
  /// The regional forms of the text so far.
  private(set) var forms = PageForms()

  private var sentence = Sentence(bytes: 0..<0, offset: 0)
  private var isDoubtful = false

  /// Begins to read valid UTF-8. `isOneLine` says that a line end in it is a character as any other.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isOneLine: Bool = false) {
    self.bytes = bytes
    lineEnd = isOneLine ? nil : 0x0A
  }

  /// Reads the next line, or returns false where there is none.
  mutating func nextLine() -> Bool {
    guard position < bytes.count else { return false }
    if !doubtful.isEmpty { doubtful.removeAll(keepingCapacity: true) }
    begin(at: position, offset)
    var (byte, scalars) = (position, offset)
    var evidence = ScriptEvidence()
    let end = bytes.count
    while byte < end {
      readHan(&byte, &scalars, &evidence)
      guard byte < end else { break }
      let lead = bytes[byte]
      scalars &+= 1
      if lead < 0x80 {
        byte &+= 1
        if lead == lineEnd { break }
        if traits[Int(lead)].contains(.sentenceEnd) { close(at: byte, scalars) }
      } else if lead & 0xF0 == 0xE0 {
        let scalar = bytes.threeByteScalar(at: byte)
        byte &+= 3
        let trait = traits[Int(scalar)]
        evidence.count(trait)
        if Self.matters(trait) { look(at: scalar, trait, endingAt: byte, scalars) }
      } else {
        let width = UTF8.width(ofLead: lead)
        byte &+= width
        if width == 4 { isDoubtful = isDoubtful || mayDiffer(scalar(at: byte - 4), byte - 4..<byte) }
      }
    }
    close(at: byte, scalars)
    (position, offset) = (byte, scalars)
    self.evidence = evidence
    return true
  }

  /// Reads a run of characters of three bytes two by two. What is left of it is one at most, or stands at the end of the text.
  @inline(__always)
  private mutating func readHan(_ byte: inout Int, _ scalars: inout Int, _ evidence: inout ScriptEvidence) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    let limit = bytes.count &- 7
    while byte < limit {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: byte, as: UInt64.self))
      guard word & 0xF000_00F0 == 0xE000_00E0 else { return }
      let (first, second) = (word.threeByteScalar, (word &>> 24).threeByteScalar)
      let (firstTraits, secondTraits) = (traits[Int(first)], traits[Int(second)])
      evidence.count(firstTraits)
      evidence.count(secondTraits)
      byte &+= 6
      scalars &+= 2
      guard Self.matters(firstTraits.union(secondTraits)) else { continue }
      if Self.matters(firstTraits) { look(at: first, firstTraits, endingAt: byte &- 3, scalars &- 1) }
      if Self.matters(secondTraits) { look(at: second, secondTraits, endingAt: byte, scalars) }
    }
  }

  /// Whether a character of these traits is to be looked at, beside being counted.
  @inline(__always)
  private static func matters(_ traits: ScriptTraits) -> Bool {
    !traits.isDisjoint(with: [.hasOtherForms, .regional, .sentenceEnd])
  }

  /// Looks at a character of three bytes that may matter.
  @inline(never)
  private mutating func look(at scalar: UInt32, _ trait: ScriptTraits, endingAt byte: Int, _ scalars: Int) {
    if trait.contains(.hasOtherForms), !isDoubtful {
      isDoubtful = trait.contains(.leftOver) || mayDiffer(scalar, byte - 3..<byte)
    }
    if trait.contains(.regional) { forms.count(scalar) }
    if trait.contains(.sentenceEnd) { close(at: byte, scalars) }
  }

  private func mayDiffer(_ scalar: UInt32, _ place: Range<Int>) -> Bool {
    doubts.mayDiffer(
      scalar, before: unit(before: place.lowerBound),
      after: place.upperBound < bytes.count ? unit(at: place.upperBound) : "\n")
  }

  /// The fold of the character that ends before a byte.
  private func unit(before byte: Int) -> FoldUnit {
    if byte >= 3, bytes[byte &- 3] & 0xF0 == 0xE0 { return units[Int(bytes.threeByteScalar(at: byte &- 3))] }
    var start = byte
    while start > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { break }
    }
    return start < byte ? unit(at: start) : "\n"
  }

  private func unit(at byte: Int) -> FoldUnit {
    if bytes[byte] & 0xF0 == 0xE0 { return units[Int(bytes.threeByteScalar(at: byte))] }
    return FoldTable.shared.fold(code: scalar(at: byte))
  }

  private func scalar(at byte: Int) -> UInt32 {
    var scalar: UInt32 = 0
    let end = min(byte + UTF8.width(ofLead: bytes[byte]), bytes.count)
    forEachScalar(UnsafeBufferPointer(rebasing: bytes[byte..<end])) { scalar = $0 }
    return scalar
  }

  private mutating func begin(at byte: Int, _ scalars: Int) {
    sentence = Sentence(bytes: byte..<byte, offset: scalars)
    isDoubtful = false
  }

  private mutating func close(at byte: Int, _ scalars: Int) {
    if isDoubtful {
      sentence.bytes = sentence.bytes.lowerBound..<byte
      doubtful.append(sentence)
    }
    begin(at: byte, scalars)
  }

  /// Puts the scalars of a sentence into memory to work in, in place of what is there.
  func decode(_ sentence: Sentence, into scalars: inout FlatBuffer<UInt32>) {
    scalars.removeAll()
    scalars.reserve(sentence.bytes.count)
    forEachScalar(UnsafeBufferPointer(rebasing: bytes[sentence.bytes])) { scalars.append($0) }
  }
}
