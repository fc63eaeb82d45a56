/// Brings text of mixed scripts to one, without converting twice what is right already.
///
/// Each line is judged by itself. To Traditional, a Simplified line is converted, a Traditional line stays as it is (or is
/// repaired), and in a line with both each character is trusted as far as the telling character next to it: beside 統, a 系
/// is Traditional and stays. To Simplified, lines with Traditional characters are converted.
public struct Reconciler: Sendable {
  /// What text is brought to.
  public enum Target: String, Sendable, Hashable, CaseIterable {
    /// Simplified.
    case hans
    /// Traditional; of several regional forms those that the page writes.
    case hant
    /// Traditional in Taiwan's forms.
    case tw
    /// Traditional in Taiwan's forms; Simplified lines get Taiwan's vocabulary too.
    case twp
    /// Traditional in Hong Kong's forms.
    case hk
  }

  /// What was changed in a line.
  public struct Change: Sendable, Hashable {
    /// Unicode scalars of the line.
    public let span: Range<Int>
    /// What stood there.
    public let original: String
    /// What stands there now.
    public let replacement: String
    /// Why: `script`, or a kind of repair.
    public let reason: String
  }

  /// What text is brought to.
  public let target: Target
  /// Whether misconversions in Traditional lines are put right.
  public let repairs: Bool
  private let whole: Converter
  private let regional: Converter?
  private let forms: PageForms
  private let page: ScriptProfile.Label
  private var previous: ScriptProfile.Label?

  /// Makes a reconciler for a page. `sample` is the page or its beginning: it says which regional forms are kept, and which
  /// script lines are in that do not tell themselves.
  public init(to target: Target, repairs: Bool = false, sample: FoldedText = FoldedText("")) {
    self.target = target
    self.repairs = repairs
    forms = PageForms(of: sample)
    page = ScriptProfile(of: sample).label
    let configuration: ConversionConfiguration =
      switch target {
      case .hans: .tw2s
      case .hant: .s2t
      case .tw: .s2tw
      case .twp: .s2twp
      case .hk: .s2hk
      }
    whole = Converter(configuration)
    regional =
      switch target {
      case .tw, .twp: Converter(.t2tw)
      case .hk: Converter(.t2hk)
      case .hans, .hant: nil
      }
  }

  /// Reconciles one line, given without its line end. Lines are to come in their order: one that does not tell its script
  /// is taken for one in the script of the line before.
  public mutating func reconcile(line: String) -> String {
    var changes: [Change]?
    return reconcile(line, &changes)
  }

  /// Reconciles one line and says what was changed.
  public mutating func reconcile(line: String, noting changes: inout [Change]) -> String {
    var noted: [Change]? = []
    defer { changes += noted ?? [] }
    return reconcile(line, &noted)
  }

  private mutating func reconcile(_ line: String, _ changes: inout [Change]?) -> String {
    var line = line
    return line.withUTF8 { bytes in
      reconcile(utf8: bytes, &changes).map { String(decoding: $0, as: UTF8.self) }
    } ?? line
  }

  /// Reconciles one line of valid UTF-8, or returns nil where it stays as it is.
  mutating func reconcile(utf8 line: UnsafeBufferPointer<UInt8>, _ changes: inout [Change]?) -> [UInt8]? {
    var scanner = ScriptScanner(FoldedText(utf8: Array(line)), isOneLine: true)
    guard scanner.nextLine() else { return nil }
    let evidence = scanner.evidence
    let label = evidence.label ?? previous ?? page
    if let told = evidence.label { previous = told }
    if target == .hans {
      return evidence.traditional > 0 ? convert(line, by: whole, &changes) : nil
    }
    if evidence.traditional == 0, label == .hans {
      guard target == .hant else { return convert(line, by: whole, &changes) }
      let converted = whole.convert(utf8: line).withUnsafeBufferPointer { scalars(of: $0) }.map { forms[$0] }
      if changes != nil { note(scalars(of: line), converted, "script", &changes) }
      return utf8(of: converted)
    }
    let restored = restore(line, label, scanner, &changes)
    guard let regional else { return restored }
    return (restored ?? Array(line)).withUnsafeBufferPointer { convert($0, by: regional, &changes) } ?? restored
  }

  /// The line in Traditional, character for character, or nil where it is so already.
  private func restore(
    _ line: UnsafeBufferPointer<UInt8>, _ label: ScriptProfile.Label, _ scanner: ScriptScanner,
    _ changes: inout [Change]?
  ) -> [UInt8]? {
    let trusted = repairs ? Trust.doubtful : Trust.full
    let doubtful = label == .hant ? scanner.doubtful() : []
    if label == .hant {
      guard !doubtful.isEmpty, repairs || scanner.evidence.simplified > 0 else { return nil }
    }
    let written = scalars(of: line)
    var restored = written
    var restoration = Restoration()
    func read(_ part: UnsafeBufferPointer<UInt32>, _ start: Int, _ trust: Trust) {
      restoration.read(part, trust: trust)
      guard restoration.differences.count > 0 else { return }
      var right = Array(part)
      for index in 0..<restoration.differences.count {
        right[restoration.differences[index].offset] = restoration.differences[index].scalar
      }
      for index in 0..<restoration.differences.count {
        let (offset, scalar) = (restoration.differences[index].offset, restoration.differences[index].scalar)
        let isVariant =
          VariantForms.isListedWord(part, over: offset)
          || right.withUnsafeBufferPointer { VariantForms.isListedWord($0, over: offset) }
        let stays = isVariant && trust[offset] > Trust.none && !ScriptTraits.of(part[offset]).contains(.leftOver)
        if !stays { restored[start + offset] = forms[scalar] }
      }
    }
    if label == .hant {
      written.withUnsafeBufferPointer { written in
        for sentence in doubtful {
          for part in Restoration.parts(of: sentence.count) {
            let start = sentence.lowerBound + part.lowerBound
            read(UnsafeBufferPointer(rebasing: written[start..<start + part.count]), start, Trust(trusted))
          }
        }
      }
    } else {
      let trust = Self.trust(written, trusted, label)
      trust.withUnsafeBufferPointer { trust in
        written.withUnsafeBufferPointer { written in
          guard let trust = trust.baseAddress else { return }
          for part in Self.sentences(of: written) {
            read(UnsafeBufferPointer(rebasing: written[part]), part.lowerBound, Trust(trust + part.lowerBound))
          }
        }
      }
    }
    guard restored != written else { return nil }
    if changes != nil { note(written, restored, label == .hant ? "misconversion" : "script", &changes) }
    return utf8(of: restored)
  }

  /// The sentences of a line, in parts that a restoration can read.
  private static func sentences(of line: UnsafeBufferPointer<UInt32>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for offset in line.indices {
      let isEnd = ScriptTraits.of(line[offset]).contains(.sentenceEnd) && line[offset] < 0x10000
      if isEnd || offset + 1 - start == Restoration.longestStretch || offset + 1 == line.count {
        sentences.append(start..<offset + 1)
        start = offset + 1
      }
    }
    return sentences
  }

  /// The trust in each character of a line of both scripts: that of the nearest telling character, and none in its default.
  private static func trust(_ scalars: [UInt32], _ trusted: UInt32, _ label: ScriptProfile.Label) -> [UInt32] {
    var trust = [UInt32](repeating: Trust.none, count: scalars.count)
    var distance = [Int](repeating: .max, count: scalars.count)
    func sweep(_ offsets: some Sequence<Int>) {
      var (value, since) = (Trust.none, Int.max)
      for offset in offsets {
        let traits = ScriptTraits.of(scalars[offset])
        if traits.contains(.traditional) { (value, since) = (trusted, 0) }
        if traits.contains(.simplified) { (value, since) = (Trust.none, 0) }
        if since < distance[offset] { (trust[offset], distance[offset]) = (value, since) }
        if since < .max { since += 1 }
      }
    }
    sweep(scalars.indices)
    sweep(scalars.indices.reversed())
    return trust
  }

  private func convert(
    _ line: UnsafeBufferPointer<UInt8>, by converter: Converter, _ changes: inout [Change]?
  ) -> [UInt8]? {
    guard changes != nil else { return converter.convert(utf8: line) }
    let aligned = converter.align(String(decoding: line, as: UTF8.self))
    let (source, output) = (scalars(of: line), aligned.text.unicodeScalars.map(\.value))
    for segment in aligned.segments where source[segment.source] != output[segment.output] {
      changes?.append(
        Change(
          span: segment.source, original: String(scalars: source[segment.source]),
          replacement: String(scalars: output[segment.output]), reason: "script"))
    }
    return Array(aligned.text.utf8)
  }

  private func note(_ source: [UInt32], _ output: [UInt32], _ reason: String, _ changes: inout [Change]?) {
    guard changes != nil, source.count == output.count else { return }
    for offset in source.indices where source[offset] != output[offset] {
      let isLeftOver = ScriptTraits.of(source[offset]).contains(.leftOver)
      let reason = reason == "misconversion" && isLeftOver ? "script" : reason
      changes?.append(
        Change(
          span: offset..<offset + 1, original: String(scalars: source[offset...offset]),
          replacement: String(scalars: output[offset...offset]), reason: reason))
    }
  }
}

/// The scalars of valid UTF-8.
private func scalars(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
  [UInt32](unsafeUninitializedCapacity: bytes.count) { scalars, count in
    var written = 0
    forEachScalar(bytes) { scalar in
      scalars[written] = scalar
      written += 1
    }
    count = written
  }
}

private func utf8(of scalars: [UInt32]) -> [UInt8] {
  Array(String(scalars: scalars).utf8)
}
