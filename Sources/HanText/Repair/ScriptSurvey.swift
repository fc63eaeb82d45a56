/// What one reading of a text tells of its script: the profile, and the places that look mis-converted.
public struct ScriptSurvey: Sendable {
  /// The characters that only one script uses.
  public let profile: ScriptProfile
  /// The misconversions in its Traditional lines, in reading order.
  public var misconversions: [RepairProposal] { proposals }

  let proposals: [RepairProposal]

  /// Reads a text.
  public init(of text: FoldedText) {
    self.init(of: text, keepsVariants: false)
  }

  init(of text: FoldedText, keepsVariants: Bool) {
    var found = Findings(in: text, keepsVariants: keepsVariants)
    var (traditional, simplified) = (0, 0)
    var scanner = ScriptScanner(text)
    while scanner.nextLine() {
      traditional += scanner.evidence.traditional
      simplified += scanner.evidence.simplified
      guard scanner.evidence.label == .hant else { continue }
      for sentence in scanner.doubtful() { found.read(sentence) }
    }
    proposals = found.proposals(in: scanner.forms)
    profile = ScriptProfile(traditional: traditional, simplified: simplified)
  }
}

extension String {
  /// A string of Unicode scalars.
  init(scalars: some Collection<UInt32>) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for value in scalars {
        if value >= 0x800, value < 0xD800 {
          // Nearly all are Han characters.
          bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
          bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
          bytes[count + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
          count += 3
          continue
        }
        guard let scalar = Unicode.Scalar(value) else { continue }
        for byte in UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
