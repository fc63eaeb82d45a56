import HanText

extension ClassModel {
  /// What a model says of a text.
  public struct Decision: Sendable, Hashable {
    /// The likeliest label.
    public let label: Int
    /// The labels that are likelier than not, where a text can have several.
    public let chosen: [Int]
    /// The probability of each label, in the order of the model's.
    public let probabilities: [Float]
    /// What spoke most for the likeliest label, the strongest first.
    public let reasons: [Reason]
  }

  /// A feature that spoke for a decision.
  public struct Reason: Sendable, Hashable {
    /// The characters, or the name of what was measured or read.
    public let text: String
    /// How much it added to the score.
    public let weight: Float
  }

  /// Memory that decisions need; make one for each thread and keep it.
  public struct Scratch: Sendable {
    /// The text that had each feature last, in one byte: cleared when all numbers were used.
    fileprivate var stamps: [UInt8]
    fileprivate var stamp: UInt8 = 0
    fileprivate var features: [UInt32] = []
    fileprivate var sums: [Float]

    /// Makes memory for a model.
    public init(for model: ClassModel) {
      stamps = [UInt8](repeating: 0, count: model.vocabulary.count)
      sums = [Float](repeating: 0, count: model.rows.width)
    }

    fileprivate mutating func nextText() {
      if stamp == .max {
        for index in stamps.indices { stamps[index] = 0 }
        stamp = 0
      }
      stamp += 1
    }
  }

  /// Decides on a text. `fields` are names of what gangmu read from it; at most `reasonCount` reasons are given.
  public func decision(
    on text: FoldedText, fields: [String] = [], reasonCount: Int = 0, scratch: inout Scratch
  ) -> Decision {
    let count = collectFeatures(text, fields, &scratch)
    scratch.features.withUnsafeBufferPointer { features in
      rows.sum(UnsafeBufferPointer(rebasing: features[..<count]), into: &scratch.sums)
    }
    let squares = scratch.sums[labels.count]
    let scale = squares > 0 ? 1 / squares.squareRoot() : 0
    let probabilities = calibration.probabilities(
      labels.indices.map { scratch.sums[$0] * scale + constants[$0] })
    var label = 0
    for index in probabilities.indices where probabilities[index] > probabilities[label] { label = index }
    return Decision(
      label: label, chosen: isMultiLabel ? probabilities.indices.filter { probabilities[$0] >= 0.5 } : [label],
      probabilities: probabilities,
      reasons: reasonCount > 0
        ? reasons(for: label, text, fields, scratch.features[..<count], scale: scale, reasonCount) : [])
  }

  /// Puts the numbers of the features that the model knows into the scratch, each once, and returns how many there are.
  private func collectFeatures(_ text: FoldedText, _ fields: [String], _ scratch: inout Scratch) -> Int {
    scratch.nextText()
    let most = FeatureReader.mostFeatures(of: text, fields: fields)
    if scratch.features.count < most {
      scratch.features = [UInt32](repeating: 0, count: max(most, 1024))
    }
    return scratch.features.withUnsafeMutableBufferPointer { features in
      var count = 0
      reader.forEachFeature(of: text, fields: fields) { hash, _, _, _ in
        features[count] = hash
        count += 1
      }
      return vocabulary.replaceByNumbers(features, count: count, stamps: &scratch.stamps, stamp: scratch.stamp)
    }
  }

  private struct Hit {
    let kind: Feature.Kind
    let start: Int
    let length: Int
  }

  private func reasons(
    for label: Int, _ text: FoldedText, _ fields: [String], _ features: ArraySlice<UInt32>, scale: Float, _ count: Int
  ) -> [Reason] {
    var best: [(feature: Int, weight: Float)] = []
    for feature in features.lazy.map(Int.init) {
      let weight = rows.weight(of: feature, for: label) * scale
      guard weight > 0, best.count < count || weight > best[best.count - 1].weight else { continue }
      best.insert((feature, weight), at: best.firstIndex { $0.weight < weight } ?? best.count)
      if best.count > count { best.removeLast() }
    }
    // What they are is looked up only now, for few.
    var hits: [UInt32: Hit] = [:]
    let wanted = Set(best.map { vocabulary.hashes[$0.feature] })
    reader.forEachFeature(of: text, fields: fields) { hash, kind, start, length in
      if wanted.contains(hash), hits[hash] == nil { hits[hash] = Hit(kind: kind, start: start, length: length) }
    }
    return best.compactMap { best in
      hits[vocabulary.hashes[best.feature]].map { Reason(text: name(of: $0, text, fields), weight: best.weight) }
    }
  }

  private func name(of hit: Hit, _ text: FoldedText, _ fields: [String]) -> String {
    let (start, length) = (hit.start, hit.length)
    switch hit.kind {
    case .field: return fields[start]
    case .measure: return FeatureReader.measureNames[start]
    case .shape: return "the order of kinds of characters"
    case .gram:
      let span = max(0, start)..<min(text.count, start + length)
      return (start < 0 ? "^" : "") + text.string(span) + (start + length > text.count ? "$" : "")
    case .skip:
      let first = start < 0 ? "^" : text.string(start..<start + 1)
      let last = start + length - 1
      return first + String(repeating: "_", count: length - 2)
        + (last >= text.count ? "$" : text.string(last..<last + 1))
    }
  }
}
