/// The differences found so far in a text. Which regional form a replacement takes is known at its end.
struct Findings: ~Copyable {
  private struct Finding {
    /// Where it stands in the text.
    var span: Range<Int>
    /// Its scalars in `scalars`: as they are written, as they would be, and the word that decided.
    var original: Range<Int>
    var replacement: Range<Int>
    var word: Range<Int>
    var kind: RepairProposal.Kind
    var isLeftOver: Bool
  }

  private let text: FoldedText
  private let keepsVariants: Bool
  private var findings: [Finding] = []
  /// The scalars of all findings.
  private var scalars: [UInt32] = []
  private var restoration = Restoration()
  private var written = FlatBuffer<UInt32>()
  private var restored = FlatBuffer<UInt32>()

  init(in text: FoldedText, keepsVariants: Bool) {
    self.text = text
    self.keepsVariants = keepsVariants
  }

  /// Reads a doubtful sentence.
  mutating func read(_ sentence: Range<Int>) {
    for part in Restoration.parts(of: sentence.count) {
      let start = sentence.lowerBound + part.lowerBound
      written.removeAll()
      text.append(start..<start + part.count, to: &written)
      let scalars = UnsafeBufferPointer(start: written.base, count: written.count)
      restoration.read(scalars, trust: Trust(Trust.doubtful))
      if restoration.differences.count > 0 { note(scalars, from: start) }
    }
  }

  private mutating func note(_ written: UnsafeBufferPointer<UInt32>, from start: Int) {
    let restored = restored(written)
    let count = restoration.differences.count
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
          span: start + first.offset..<start + end, original: keep(written[first.offset..<end]),
          replacement: keep(restored[first.offset..<end]), word: keep(restored[first.word]),
          kind: isVariant ? .variant : .misconversion,
          isLeftOver: ScriptTraits.of(written[first.offset]).contains(.leftOver)))
    }
  }

  /// The sentence as it would be written.
  private mutating func restored(_ written: UnsafeBufferPointer<UInt32>) -> UnsafeBufferPointer<UInt32> {
    restored.removeAll()
    restored.reserve(written.count)
    if let start = written.baseAddress { restored.base.update(from: start, count: written.count) }
    restored.setCount(written.count)
    for index in 0..<restoration.differences.count {
      restored.base[restoration.differences[index].offset] = restoration.differences[index].scalar
    }
    return UnsafeBufferPointer(start: restored.base, count: restored.count)
  }

  private mutating func keep(_ kept: Slice<UnsafeBufferPointer<UInt32>>) -> Range<Int> {
    let start = scalars.count
    scalars.append(contentsOf: UnsafeBufferPointer(rebasing: kept))
    return start..<scalars.count
  }

  /// The proposals, in a page's own forms.
  func proposals(in forms: PageForms) -> [RepairProposal] {
    findings.map { finding in
      RepairProposal(
        span: finding.span, original: String(scalars: scalars[finding.original]),
        replacement: String(scalars: scalars[finding.replacement].lazy.map { forms[$0] }), kind: finding.kind,
        confidence: Self.confidence(isLeftOver: finding.isLeftOver, wordCount: finding.word.count),
        evidence: String(scalars: scalars[finding.word].lazy.map { forms[$0] }))
    }
  }

  /// A longer word is surer; a Simplified character in a Traditional line is surest.
  private static func confidence(isLeftOver: Bool, wordCount: Int) -> Double {
    if isLeftOver { return wordCount > 1 ? 0.98 : 0.9 }
    return wordCount > 2 ? 0.95 : 0.9
  }
}

extension FoldedText {
  /// Appends the code points of a span.
  fileprivate func append(_ span: Range<Int>, to scalars: inout FlatBuffer<UInt32>) {
    scalars.reserve(span.count)
    utf8.withUnsafeBufferPointer { bytes in
      var reader = UTF8Reader(bytes: UnsafeBufferPointer(rebasing: bytes[utf8Range(span)]))
      let output = scalars.base
      var count = scalars.count
      while true {
        while let (first, second) = reader.nextFourHan() {
          output[count] = UInt32(truncatingIfNeeded: first)
          output[count &+ 1] = UInt32(truncatingIfNeeded: first &>> 32)
          output[count &+ 2] = UInt32(truncatingIfNeeded: second)
          output[count &+ 3] = UInt32(truncatingIfNeeded: second &>> 32)
          count &+= 4
        }
        guard let scalar = reader.next() else { break }
        output[count] = scalar
        count &+= 1
      }
      scalars.setCount(count)
    }
  }
}
