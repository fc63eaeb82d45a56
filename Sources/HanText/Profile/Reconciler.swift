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
    let scalars = Repairer.scalars(of: sample)
    forms = PageForms(of: scalars)
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
    let scalars = line.unicodeScalars.map(\.value)
    let evidence = ScriptEvidence(of: scalars)
    let label = evidence.label ?? previous ?? page
    if let told = evidence.label { previous = told }
    if target == .hans {
      guard evidence.traditional > 0 else { return line }
      return convert(line, by: whole, &changes)
    }
    if evidence.traditional == 0, label == .hans {
      guard target == .hant else { return convert(line, by: whole, &changes) }
      let converted = whole.convert(line)
      let kept = String(
        String.UnicodeScalarView(converted.unicodeScalars.compactMap { Unicode.Scalar(forms[$0.value]) }))
      note(scalars, kept.unicodeScalars.map(\.value), "script", &changes)
      return kept
    }
    let restored = restore(scalars, label, evidence)
    note(scalars, restored, label == .hant ? "misconversion" : "script", &changes)
    let text = restored == scalars ? line : Repairer.string(restored[...])
    guard let regional else { return text }
    return convert(text, by: regional, &changes)
  }

  /// The line in Traditional, character for character.
  private func restore(_ scalars: [UInt32], _ label: ScriptProfile.Label, _ evidence: ScriptEvidence) -> [UInt32] {
    let trusted = repairs ? Restoration.Trust.doubtful : Restoration.Trust.full
    if label == .hant {
      guard repairs || evidence.simplified > 0 else { return scalars }
    }
    let trust =
      label == .hant ? Array(repeating: trusted, count: scalars.count) : Self.trust(scalars, trusted, label)
    let restoration = Restoration(scalars, trust: trust)
    return zip(scalars, restoration.scalars).enumerated().map { offset, pair in
      guard pair.0 != pair.1 else { return pair.0 }
      let isVariant =
        VariantForms.isListedWord(scalars, over: offset) || VariantForms.isListedWord(restoration.scalars, over: offset)
      if isVariant, trust[offset] > Restoration.Trust.none, !Restoration.isLeftOver(pair.0) { return pair.0 }
      return forms[pair.1]
    }
  }

  /// The trust in each character of a line of both scripts: that of the nearest telling character, and none in its default.
  private static func trust(_ scalars: [UInt32], _ trusted: UInt32, _ label: ScriptProfile.Label) -> [UInt32] {
    let scripts = ScriptTable.shared.scripts
    var trust = [UInt32](repeating: Restoration.Trust.none, count: scalars.count)
    var distance = [Int](repeating: .max, count: scalars.count)
    func sweep(_ offsets: some Sequence<Int>) {
      var (value, since) = (Restoration.Trust.none, Int.max)
      for offset in offsets {
        let script = scalars[offset] < 0x10000 ? scripts[Int(scalars[offset])] : 0
        if script == ScriptTable.traditionalOnly { (value, since) = (trusted, 0) }
        if script == ScriptTable.simplifiedOnly { (value, since) = (Restoration.Trust.none, 0) }
        if since < distance[offset] { (trust[offset], distance[offset]) = (value, since) }
        if since < .max { since += 1 }
      }
    }
    sweep(scalars.indices)
    sweep(scalars.indices.reversed())
    return trust
  }

  private func convert(_ line: String, by converter: Converter, _ changes: inout [Change]?) -> String {
    guard changes != nil else { return converter.convert(line) }
    let aligned = converter.align(line)
    let (source, output) = (line.unicodeScalars.map(\.value), aligned.text.unicodeScalars.map(\.value))
    for segment in aligned.segments where source[segment.source] != output[segment.output] {
      changes?.append(
        Change(
          span: segment.source, original: Repairer.string(source[segment.source]),
          replacement: Repairer.string(output[segment.output]), reason: "script"))
    }
    return aligned.text
  }

  private func note(_ source: [UInt32], _ output: [UInt32], _ reason: String, _ changes: inout [Change]?) {
    guard changes != nil, source.count == output.count else { return }
    for offset in source.indices where source[offset] != output[offset] {
      let reason = reason == "misconversion" && Restoration.isLeftOver(source[offset]) ? "script" : reason
      changes?.append(
        Change(
          span: offset..<offset + 1, original: Repairer.string(source[offset...offset]),
          replacement: Repairer.string(output[offset...offset]), reason: reason))
    }
  }
}
