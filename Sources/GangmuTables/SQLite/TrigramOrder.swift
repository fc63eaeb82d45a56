/// Texts whose trigrams are to be indexed, and the order of those.
///
/// A trigram is three scalars that follow each other; its place is the number of the first. Both are packed into one number,
/// and the numbers sorted: the texts are not looked at again.
struct TrigramOrder {
  /// A text.
  private struct Text {
    let document: Int
    /// The place of its first scalar.
    let start: UInt32
  }

  /// Where a trigram occurs.
  struct Occurrence {
    /// Its three scalars.
    let scalars: (UInt32, UInt32, UInt32)
    /// Whether it is another trigram than that of the occurrence before.
    let isNew: Bool
    let document: Int
    /// The number of its first scalar in the text.
    let position: UInt32
  }

  /// The number of trigrams.
  private(set) var count = 0
  /// The scalars of all texts, end to end.
  private var scalars: [UInt32] = []
  private var texts: [Text] = []
  /// For each stretch of 256 places, the text that its first scalar belongs to.
  private var landmarks: [UInt32] = []
  private static let stretch: UInt32 = 8

  /// Adds a text in well-formed UTF-8; a scalar is taken as what `folds` has at its code point, if that is so long.
  ///
  /// - Returns: The number of its trigrams.
  mutating func add(_ text: [UInt8], document: Int, folds: [UInt32]) -> Int {
    let start = scalars.count
    append(text, folds)
    texts.append(Text(document: document, start: UInt32(start)))
    while landmarks.count << Int(Self.stretch) < scalars.count { landmarks.append(UInt32(texts.count - 1)) }
    let trigrams = max(scalars.count - start - 2, 0)
    count += trigrams
    return trigrams
  }

  private mutating func append(_ text: [UInt8], _ folds: [UInt32]) {
    text.withUnsafeBufferPointer { text in
      folds.withUnsafeBufferPointer { folds in
        var index = 0
        while index < text.count {
          let lead = UInt32(text[index])
          let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
          guard index + length <= text.count else { return }
          var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
          for next in index + 1..<index + length { scalar = scalar << 6 | UInt32(text[next] & 0x3F) }
          scalars.append(scalar < folds.count ? folds[Int(scalar)] : scalar)
          index += length
        }
      }
    }
  }

  /// Makes room for other texts.
  mutating func removeAll() {
    count = 0
    scalars.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    landmarks.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with each occurrence of each trigram: trigrams in the order of their UTF-8, those of one in that of the texts.
  func forEach(_ body: (Occurrence) -> Void) {
    let alphabet = Alphabet(scalars)
    let placeBits = bitCount(of: scalars.count)
    // 64 bits are not enough only for very many texts with more than 10,000 different characters.
    if alphabet.bits * 3 + placeBits <= UInt64.bitWidth {
      forEach(UInt64.self, alphabet, placeBits, body)
    } else {
      forEach(UInt128.self, alphabet, placeBits, body)
    }
  }

  @inline(__always)
  private func forEach<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type, _ alphabet: Alphabet, _ placeBits: Int, _ body: (Occurrence) -> Void
  ) {
    var numbers = packed(alphabet, placeBits) as [Number]
    DigitSort.sort(&numbers, bits: placeBits..<placeBits + alphabet.bits * 3)
    let (placeMask, rankMask) = (Number(1) << Number(placeBits) - 1, Number(1) << Number(alphabet.bits) - 1)
    var last: Number?
    var scalars: (UInt32, UInt32, UInt32) = (0, 0, 0)
    for number in numbers {
      let trigram = number &>> Number(placeBits)
      let isNew = trigram != last
      if isNew {
        last = trigram
        scalars.0 = alphabet.scalar(trigram &>> Number(alphabet.bits * 2))
        scalars.1 = alphabet.scalar(trigram &>> Number(alphabet.bits) & rankMask)
        scalars.2 = alphabet.scalar(trigram & rankMask)
      }
      let place = UInt32(truncatingIfNeeded: number & placeMask)
      let text = text(at: place)
      body(Occurrence(scalars: scalars, isNew: isNew, document: text.document, position: place - text.start))
    }
  }

  /// The trigrams, each with its place in the bits below, in the order of the places.
  private func packed<Number: FixedWidthInteger & UnsignedInteger>(
    _ alphabet: Alphabet, _ placeBits: Int
  ) -> [Number] {
    let trigramMask = Number(1) << Number(alphabet.bits * 3) - 1
    return [Number](unsafeUninitializedCapacity: count) { numbers, written in
      for (number, text) in texts.enumerated() {
        let end = number + 1 < texts.count ? Int(texts[number + 1].start) : scalars.count
        var trigram: Number = 0
        for place in Int(text.start)..<end {
          trigram = (trigram << Number(alphabet.bits) | Number(alphabet.rank(scalars[place]))) & trigramMask
          guard place >= Int(text.start) + 2 else { continue }
          numbers[written] = trigram << Number(placeBits) | Number(place - 2)
          written += 1
        }
      }
    }
  }

  private func text(at place: UInt32) -> Text {
    var text = Int(landmarks[Int(place >> Self.stretch)])
    while text + 1 < texts.count, texts[text + 1].start <= place { text += 1 }
    return texts[text]
  }
}

/// The scalars that occur in texts, by rank: in the order of their code points, which is that of UTF-8.
private struct Alphabet {
  /// How many bits a rank has.
  let bits: Int
  private var scalars: [UInt32] = []
  /// By scalar.
  private var ranks: [UInt32]

  init(_ text: [UInt32]) {
    ranks = [UInt32](repeating: 0, count: Int(text.max() ?? 0) + 1)
    for scalar in text { ranks[Int(scalar)] = 1 }
    for scalar in ranks.indices where ranks[scalar] > 0 {
      ranks[scalar] = UInt32(scalars.count)
      scalars.append(UInt32(scalar))
    }
    bits = bitCount(of: scalars.count)
  }

  func rank(_ scalar: UInt32) -> UInt32 { ranks[Int(scalar)] }

  func scalar<Rank: BinaryInteger>(_ rank: Rank) -> UInt32 { scalars[Int(truncatingIfNeeded: rank)] }
}

/// How many bits the numbers from 0 up to one less than `count` need.
private func bitCount(of count: Int) -> Int { count > 1 ? Int.bitWidth - (count - 1).leadingZeroBitCount : 1 }
