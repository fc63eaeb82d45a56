import HanText

/// Finds out which character set the bytes of a page are in.
///
/// In this order: a byte order mark; UTF-8 that is valid but for the odd damage; otherwise each set is tried on the bytes
/// and the characters that it gives are weighed by `CharacterFrequency`. What was declared tips the scale where bytes are
/// few, and loses where they say otherwise: a valid UTF-8 page often names GB2312, which its template was once written in.
struct CharacterSetDetector {
  private let bytes: [UInt8]
  private let survey: ByteSurvey
  private let declared: CharacterSet?

  private init(_ bytes: [UInt8], _ survey: ByteSurvey, declared: CharacterSet?) {
    self.bytes = bytes
    self.survey = survey
    self.declared = declared
  }

  /// What was found.
  struct Finding {
    var set: CharacterSet
    /// How long the byte order mark is.
    var markLength = 0
    /// Whether the characters that the bytes give look like Chinese.
    var isLikely = true
    /// Whether the bytes are UTF-8 without a fault.
    var isValidUTF8 = false
  }

  /// The set that bytes of a survey are in.
  static func detect(_ bytes: [UInt8], _ survey: ByteSurvey, declared: CharacterSet?) -> Finding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Finding(set: .utf8, markLength: 3, isValidUTF8: UTF8Shape(bytes, survey).isValid)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return Finding(set: .utf16LE, markLength: 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return Finding(set: .utf16BE, markLength: 2) }
    return CharacterSetDetector(bytes, survey, declared: declared).weigh()
  }

  /// Bytes of which as many are weighed as settle the matter.
  private static let window = 1 << 16

  private func weigh() -> Finding {
    let shape = UTF8Shape(bytes, survey)
    if !shape.hasNUL, shape.illFormed == 0 {
      // Seven bits may still be HZ.
      if shape.sequences == 0, let hz = weighHZ() { return hz }
      return Finding(set: .utf8, isValidUTF8: shape.isValid)
    }
    // Han characters have three bytes. Of GB18030 and Big5 hardly anything passes for that, while pairs often pass for two.
    if !shape.hasNUL, shape.longSequences > 0, shape.longSequences >= shape.illFormed { return Finding(set: .utf8) }
    var best = Finding(set: .utf8, isLikely: false)
    var bestScore = -Double.infinity
    let sample = highBytes()
    // Controls are damage in all sets but UTF-16, where they are halves of characters.
    let controls = mayBeUTF16 ? bytes.prefix(Self.window).count(where: Self.isControl) : 0
    for set in [CharacterSet.gb18030, .big5, .eucTW, .utf8] + (mayBeUTF16 ? [.utf16LE, .utf16BE] : []) {
      let isWide = set == .utf16LE || set == .utf16BE
      let weight = Self.weight(of: isWide ? Array(bytes.prefix(Self.window & ~1)) : sample, as: set)
      var score = Double(weight.sum)
      if !isWide { score += Double(controls * Int(CharacterFrequency.invalid)) }
      if set == declared { score += 2 * Double(min(weight.characters, 20)) }
      // A page in EUC-TW is a curiosity.
      if set == .eucTW { score -= 1.5 * Double(min(weight.characters, 20)) }
      if score > bestScore {
        bestScore = score
        best = Finding(set: set, isLikely: weight.sum > 0)
      }
    }
    return best
  }

  /// Whether bytes that look like binary data are UTF-16 without a mark.
  static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count & 1 == 0 else { return false }
    let sample = Array(bytes.prefix(4096))
    return weight(of: sample, as: .utf16LE).sum > 0 || weight(of: sample, as: .utf16BE).sum > 0
  }

  /// UTF-16 without a mark shows itself by the high bytes of its spaces, digits and line ends, which are no text otherwise.
  private var mayBeUTF16: Bool {
    if declared == .utf16LE || declared == .utf16BE { return true }
    guard bytes.count & 1 == 0 else { return false }
    return bytes.prefix(4096).contains(where: Self.isControl)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 9 || byte > 0x0D && byte < 0x20 && byte != 0x1B
  }

  private func weighHZ() -> Finding? {
    guard bytes.prefix(Self.window).contains(UInt8(ascii: "~")) else { return nil }
    let eightBit = LegacyDecoder.eightBit(hz: Array(bytes.prefix(Self.window)))
    guard eightBit.contains(where: { $0 >= 0x80 }) else { return nil }
    return Self.weight(of: eightBit, as: .gb18030).sum > 0 ? Finding(set: .hz) : nil
  }

  /// The bytes worth weighing: those from 0x80 on, each with the one that follows, with a space for what stands between.
  private func highBytes() -> [UInt8] {
    var sample: [UInt8] = []
    sample.reserveCapacity(min(bytes.count, Self.window) + 8)
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count, sample.count < Self.window {
        guard bytes[offset] >= 0x80 else {
          offset += 1
          continue
        }
        while offset < bytes.count, sample.count < Self.window {
          // A run ends with the first two ASCII bytes in a row: one alone may be a trail.
          if bytes[offset] < 0x80, offset + 1 >= bytes.count || bytes[offset + 1] < 0x80 {
            sample.append(bytes[offset])
            offset += 1
            break
          }
          sample.append(bytes[offset])
          offset += 1
        }
        sample.append(0x20)
      }
    }
    return sample
  }

  /// The scores of the characters that bytes give in a set, and how many they are.
  private static func weight(of bytes: [UInt8], as set: CharacterSet) -> (sum: Int, characters: Int) {
    let decoded: [UInt8]
    var sum = 0
    if set == .utf8 {
      let repaired = InvalidUTF8.repairing(bytes)
      decoded = repaired.utf8
    } else {
      decoded = LegacyDecoder(bytes, as: set).utf8
    }
    var characters = 0
    CharacterFrequency.shared.scores.withUnsafeBufferPointer { scores in
      for scalar in String(decoding: decoded, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
        characters += 1
        sum += Int(
          scalar.value == 0xFFFD
            ? CharacterFrequency.invalid
            : scalar.value > 0xFFFF ? CharacterFrequency.astral : scores[Int(scalar.value)])
      }
    }
    return (sum, characters)
  }
}

/// How far bytes look like UTF-8.
private struct UTF8Shape {
  /// Well-formed sequences of more than one byte.
  private(set) var sequences = 0
  /// Those of three bytes or four.
  private(set) var longSequences = 0
  /// Bytes that belong to none. One at the end, where a text was cut, does not count.
  private(set) var illFormed = 0
  private(set) var hasNUL = false
  private(set) var isValid = true

  init(_ bytes: [UInt8], _ survey: ByteSurvey) {
    isValid = survey.isPlainUTF8 || (try? UTF8Span(validating: bytes.span)) != nil
    if isValid {
      // What matters then is whether there is any sequence at all; a NUL in valid UTF-8 is damage, unless it is UTF-16.
      sequences = bytes.contains { $0 >= 0x80 } ? 1 : 0
      let head = bytes.prefix(4096)
      hasNUL = Self.holdsNUL(head) && head.count { $0 == 0 } * 4 > head.count
    } else {
      // The first megabyte shows whether damage is the exception.
      count(bytes[..<min(bytes.count, 1 << 20)])
    }
  }

  private static func holdsNUL(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { $0.firstOffset(of: 0) != nil }
  }

  private mutating func count(_ bytes: ArraySlice<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      offset += 1
      guard lead >= 0x80 else { continue }
      let width =
        lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0
      let end = min(offset + width, bytes.count)
      let trails = bytes[offset..<end].prefix { $0 & 0xC0 == 0x80 }.count
      if width > 0, trails == width {
        sequences += 1
        if width > 1 { longSequences += 1 }
      } else if offset + trails < bytes.count || width == 0 {
        illFormed += 1
      }
      offset += width > 0 ? trails : 0
    }
  }
}
