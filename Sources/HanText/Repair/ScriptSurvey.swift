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
    var found = Findings(keepsVariants: keepsVariants)
    var (traditional, simplified) = (0, 0)
    proposals = text.utf8.withUnsafeBufferPointer { bytes in
      var scanner = ScriptScanner(bytes)
      while scanner.nextLine() {
        traditional += scanner.evidence.traditional
        simplified += scanner.evidence.simplified
        guard scanner.evidence.label == .hant else { continue }
        for sentence in scanner.doubtful { found.read(sentence, of: scanner) }
      }
      return found.proposals(in: scanner.forms)
    }
    profile = ScriptProfile(traditional: traditional, simplified: simplified)
  }
}

/// The differences found so far. Which regional form a replacement takes is known at the end of the page.
private struct Findings: ~Copyable {
  private struct Finding {
    var span: Range<Int>
    var original: [UInt32]
    var replacement: [UInt32]
    var word: [UInt32]
    var kind: RepairProposal.Kind
    var isLeftOver: Bool
  }

  private let keepsVariants: Bool
  private var findings: [Finding] = []
  private var restoration = Restoration()
  private var scalars = FlatBuffer<UInt32>()

  init(keepsVariants: Bool) {
    self.keepsVariants = keepsVariants
  }

  /// Reads a doubtful sentence.
  mutating func read(_ sentence: ScriptScanner.Sentence, of scanner: ScriptScanner) {
    scanner.decode(sentence, into: &scalars)
    for part in Restoration.parts(of: scalars.count) {
      let written = UnsafeBufferPointer(start: scalars.base + part.lowerBound, count: part.count)
      restoration.read(written, trust: Trust(Trust.doubtful))
      if restoration.differences.count > 0 { note(written, from: sentence.offset + part.lowerBound) }
    }
  }

  private mutating func note(_ written: UnsafeBufferPointer<UInt32>, from start: Int) {
    var restored = Array(written)
    let count = restoration.differences.count
    for index in 0..<count {
      restored[restoration.differences[index].offset] = restoration.differences[index].scalar
    }
    var index = 0
    while index < count {
      let first = restoration.differences[index]
      // Neighbours that change within one word change together.
      var end = first.offset + 1
      index += 1
      while index < count, restoration.differences[index].offset == end, end < first.word.upperBound {
        end += 1
        index += 1
      }
      let isVariant =
        VariantForms.isListedWord(written, over: first.offset)
        || VariantForms.isListedWord(restored, over: first.offset)
      guard keepsVariants || !isVariant else { continue }
      findings.append(
        Finding(
          span: start + first.offset..<start + end, original: Array(written[first.offset..<end]),
          replacement: Array(restored[first.offset..<end]), word: Array(restored[first.word]),
          kind: isVariant ? .variant : .misconversion,
          isLeftOver: ScriptTraits.of(written[first.offset]).contains(.leftOver)))
    }
  }

  /// The proposals, in a page's own forms.
  func proposals(in forms: PageForms) -> [RepairProposal] {
    findings.map { finding in
      RepairProposal(
        span: finding.span, original: String(scalars: finding.original),
        replacement: String(scalars: finding.replacement.lazy.map { forms[$0] }), kind: finding.kind,
        confidence: Self.confidence(isLeftOver: finding.isLeftOver, wordCount: finding.word.count),
        evidence: String(scalars: finding.word.lazy.map { forms[$0] }))
    }
  }

  /// A longer word is surer; a Simplified character in a Traditional line is surest.
  private static func confidence(isLeftOver: Bool, wordCount: Int) -> Double {
    if isLeftOver { return wordCount > 1 ? 0.98 : 0.9 }
    return wordCount > 2 ? 0.95 : 0.9
  }
}

extension String {
  /// A string of Unicode scalars.
  init(scalars: some Collection<UInt32>) {
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for value in scalars {
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
