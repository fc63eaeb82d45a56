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
    evidence = ScriptEvidence()
    doubtful.removeAll(keepingCapacity: true)
    begin(at: position, offset)
    var (byte, scalars) = (position, offset)
    var evidence = ScriptEvidence()
    let end = bytes.count
    while byte < end {
      let lead = bytes[byte]
      if lead < 0x80 {
        byte &+= 1
        scalars &+= 1
        if lead == lineEnd { break }
        if traits[Int(lead)].contains(.sentenceEnd) { close(at: byte, scalars) }
      } else if lead & 0xF0 == 0xE0 {
        let scalar = bytes.threeByteScalar(at: byte)
        let trait = traits[Int(scalar)]
        evidence.count(trait)
        byte &+= 3
        scalars &+= 1
        if !trait.isDisjoint(with: [.hasOtherForms, .regional, .sentenceEnd]) {
          look(at: scalar, trait, endingAt: byte, scalars)
        }
      } else {
        let width = UTF8.width(ofLead: lead)
        byte &+= width
        scalars &+= 1
        if width == 4 { isDoubtful = isDoubtful || mayDiffer(scalar(at: byte - 4), byte - 4..<byte) }
      }
    }
    close(at: byte, scalars)
    (position, offset) = (byte, scalars)
    self.evidence = evidence
    return true
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
    let after = place.upperBound < bytes.count ? unit(at: place.upperBound) : "\n"
    var before = place.lowerBound
    while before > 0 {
      before -= 1
      if bytes[before] & 0xC0 != 0x80 { break }
    }
    return doubts.mayDiffer(scalar, before: before < place.lowerBound ? unit(at: before) : "\n", after: after)
  }

  private func unit(at byte: Int) -> FoldUnit {
    let scalar = scalar(at: byte)
    return scalar < 0x10000 ? units[Int(scalar)] : FoldTable.shared.foldAstral(scalar)
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
