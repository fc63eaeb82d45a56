/// Reads a text line by line for its script and for sentences in which a character may stand for another, at the cost of one
/// look-up a character.
struct ScriptScanner: ~Copyable {
  /// A part of a line.
  struct Sentence {
    /// Where its bytes stand.
    var bytes: Range<Int>
    /// Its first scalar's offset.
    var offset: Int
    /// Whether it holds a character that is wrong for certain in Traditional text.
    fileprivate var hasLeftOver = false
    /// What the filter is to be asked, as places in `questions`.
    fileprivate var questions: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineEnd: UInt8?
  private let traits = ScriptTraits.table
  private let neighbours: NeighbourReader
  private let doubts = DoubtFilter.shared
  /// Where the next line begins: bytes and scalars.
  private(set) var position = 0
  private(set) var offset = 0
  /// The characters that tell the script of the line read last.
  private(set) var evidence = ScriptEvidence()
  /// The regional forms of the text so far.
  private(set) var forms = PageForms()

  /// The sentence that is being read, and those of the line that hold a character of several forms.
  private var sentence = Sentence(bytes: 0..<0, offset: 0, questions: 0..<0)
  private var sentences: [Sentence] = []
  /// What the filter is to be asked of the line. It is asked at the end of the line, and only where that is Traditional: each
  /// answer is far away, so it is best to wait for many at once.
  private var questions = FlatBuffer<DoubtFilter.Place>()

  /// Begins to read valid UTF-8. `isOneLine` says that a line end in it is a character as any other.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isOneLine: Bool = false) {
    self.bytes = bytes
    neighbours = NeighbourReader(bytes)
    lineEnd = isOneLine ? nil : 0x0A
  }

  /// Reads the next line, or returns false where there is none.
  mutating func nextLine() -> Bool {
    guard position < bytes.count else { return false }
    if !sentences.isEmpty { sentences.removeAll(keepingCapacity: true) }
    questions.removeAll()
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
        if width == 4 { ask(neighbours.scalar(at: byte - 4), byte - 4..<byte) }
      }
    }
    close(at: byte, scalars)
    (position, offset) = (byte, scalars)
    self.evidence = evidence
    return true
  }

  /// Reads a run of characters of three bytes two by two, up to where one is of another width or is to be looked at.
  @inline(__always)
  private mutating func readHan(_ byte: inout Int, _ scalars: inout Int, _ evidence: inout ScriptEvidence) {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    let limit = bytes.count &- 7
    while byte < limit {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: byte, as: UInt64.self))
      guard word & 0xF000_00F0 == 0xE000_00E0 else { return }
      let first = traits[Int(word.threeByteScalar)]
      let second = traits[Int((word &>> 24).threeByteScalar)]
      guard !Self.matters(first.union(second)) else { return }
      evidence.count(first)
      evidence.count(second)
      byte &+= 6
      scalars &+= 2
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
    if trait.contains(.leftOver) {
      sentence.hasLeftOver = true
    } else if trait.contains(.hasOtherForms) {
      ask(scalar, byte - 3..<byte)
    }
    if trait.contains(.regional) { forms.count(scalar) }
    if trait.contains(.sentenceEnd) { close(at: byte, scalars) }
  }

  /// Notes what the filter is to be asked about a character.
  private mutating func ask(_ scalar: UInt32, _ place: Range<Int>) {
    questions.reserve(2)
    questions.append(DoubtFilter.Place(scalar, neighbours.unit(at: place.upperBound), isLeft: false))
    questions.append(DoubtFilter.Place(scalar, neighbours.unit(before: place.lowerBound), isLeft: true))
  }

  private mutating func begin(at byte: Int, _ scalars: Int) {
    sentence = Sentence(bytes: byte..<byte, offset: scalars, questions: questions.count..<questions.count)
  }

  private mutating func close(at byte: Int, _ scalars: Int) {
    sentence.questions = sentence.questions.lowerBound..<questions.count
    if sentence.hasLeftOver || !sentence.questions.isEmpty {
      sentence.bytes = sentence.bytes.lowerBound..<byte
      sentences.append(sentence)
    }
    begin(at: byte, scalars)
  }

  /// The sentences of the line read last that hold a character that may be written otherwise.
  func doubtful() -> [Sentence] {
    sentences.filter { sentence in
      var isDoubtful = sentence.hasLeftOver
      for question in sentence.questions where doubts.contains(questions[question]) { isDoubtful = true }
      return isDoubtful
    }
  }

  /// Puts the scalars of a sentence into memory to work in, in place of what is there.
  func decode(_ sentence: Sentence, into scalars: inout FlatBuffer<UInt32>) {
    scalars.removeAll()
    scalars.reserve(sentence.bytes.count)
    let output = scalars.base
    var count = 0
    forEachScalar(UnsafeBufferPointer(rebasing: bytes[sentence.bytes])) {
      output[count] = $0
      count &+= 1
    }
    scalars.setCount(count)
  }
}
