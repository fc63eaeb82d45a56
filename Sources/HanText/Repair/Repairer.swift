/// Finds and puts right what a wrong conversion left in Traditional text.
///
///     Repairer().repair("請做好准備")     // 請做好準備
///
/// A character is doubted only where it is one of several Traditional forms of one Simplified character, or Simplified. Names
/// and words that the dictionaries lack are left as they are, and so is Simplified text.
public struct Repairer: Sendable {
  /// Makes a repairer.
  public init() {}

  /// The places that would be written otherwise, in reading order.
  public func proposals(in text: FoldedText) -> [RepairProposal] {
    let scalars = Self.scalars(of: text)
    let forms = PageForms(of: scalars)
    var proposals: [RepairProposal] = []
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex(of: 0x0A) ?? scalars.count
      proposals += self.proposals(in: Array(scalars[start..<end]), from: start, forms: forms)
      start = end + 1
    }
    let regional = RegionalVocabulary(of: text).proposals
    guard !regional.isEmpty else { return proposals }
    return (proposals + regional).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  /// The misconversions alone, in reading order; quicker than all proposals.
  public func misconversions(in text: FoldedText) -> [RepairProposal] {
    let scalars = Self.scalars(of: text)
    // Few pages have anything to repair, so their forms are counted when something was found.
    var counted: PageForms?
    func forms() -> PageForms {
      let forms = counted ?? PageForms(of: scalars)
      counted = forms
      return forms
    }
    return scalars.split(separator: 0x0A).flatMap { line -> [RepairProposal] in
      guard line.contains(where: Restoration.hasOtherForms) else { return [] }
      return proposals(in: Array(line), from: line.startIndex, forms: forms()).filter { $0.kind == .misconversion }
    }
  }

  /// The text with all misconversions put right.
  public func repair(_ text: String) -> String {
    let folded = FoldedText(text)
    var scalars = Self.scalars(of: folded)
    for proposal in misconversions(in: folded) {
      for (offset, scalar) in zip(proposal.span, proposal.replacement.unicodeScalars) { scalars[offset] = scalar.value }
    }
    return Self.string(scalars[...])
  }

  /// The proposals for one line, which starts at `start`.
  func proposals(in line: [UInt32], from start: Int, forms: @autoclosure () -> PageForms) -> [RepairProposal] {
    guard ScriptEvidence(of: line).label == .hant else { return [] }
    let restored = Restoration(line, trust: Array(repeating: Restoration.Trust.doubtful, count: line.count))
    guard restored.scalars != line else { return [] }
    let forms = forms()
    var proposals: [RepairProposal] = []
    var offset = 0
    while offset < line.count {
      guard restored.scalars[offset] != line[offset] else {
        offset += 1
        continue
      }
      let word = restored.words[offset]
      // Neighbours that change within one word change together.
      var end = offset + 1
      while end < word.upperBound, restored.scalars[end] != line[end] { end += 1 }
      let isVariant =
        VariantForms.isListedWord(line, over: offset) || VariantForms.isListedWord(restored.scalars, over: offset)
      proposals.append(
        RepairProposal(
          span: start + offset..<start + end, original: Self.string(line[offset..<end]),
          replacement: Self.string(restored.scalars[offset..<end].map { forms[$0] }[...]),
          kind: isVariant ? .variant : .misconversion,
          confidence: Self.confidence(isLeftOver: Restoration.isLeftOver(line[offset]), wordCount: word.count),
          evidence: Self.string(restored.scalars[word].map { forms[$0] }[...])))
      offset = end
    }
    return proposals
  }

  /// A longer word is surer; a Simplified character in a Traditional line is surest.
  private static func confidence(isLeftOver: Bool, wordCount: Int) -> Double {
    if isLeftOver { return wordCount > 1 ? 0.98 : 0.9 }
    return wordCount > 2 ? 0.95 : 0.9
  }

  static func scalars(of text: FoldedText) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: text.count) { scalars, count in
      text.utf8.withUnsafeBufferPointer { bytes in
        var reader = UTF8Reader(bytes: bytes)
        while count < text.count, let scalar = reader.next() {
          scalars[count] = scalar
          count += 1
        }
      }
    }
  }

  static func string(_ scalars: ArraySlice<UInt32>) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}
