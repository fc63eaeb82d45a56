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
    fileprivate var stamps: [UInt32]
    fileprivate var stamp: UInt32 = 0
    fileprivate var hits: [Hit] = []

    /// Makes memory for a model.
    public init(for model: ClassModel) {
      stamps = [UInt32](repeating: 0, count: model.vocabulary.count)
    }
  }

  fileprivate struct Hit: Sendable {
    let number: UInt32
    let kind: Feature.Kind
    let start: Int32
    let length: Int32
  }

  /// Decides on a text. `fields` are names of what gangmu read from it; at most `reasonCount` reasons are given.
  public func decision(
    on text: FoldedText, fields: [String] = [], reasonCount: Int = 0, scratch: inout Scratch
  ) -> Decision {
    let classCount = labels.count
    collectHits(text, fields, &scratch)
    var scores = [Float](repeating: 0, count: classCount)
    var squares: Float = 0
    weights.withUnsafeBufferPointer { weights in
      scores.withUnsafeMutableBufferPointer { scores in
        for hit in scratch.hits {
          let value = vocabulary.weights[Int(hit.number)]
          squares += value * value
          let start = Int(hit.number) * classCount
          for index in 0..<classCount { scores[index] += weights[start + index] * value }
        }
        let scale = squares > 0 ? 1 / squares.squareRoot() : 0
        let constant = weights.count - classCount
        for index in 0..<classCount { scores[index] = scores[index] * scale + weights[constant + index] }
      }
    }
    let probabilities = calibration.probabilities(scores)
    var label = 0
    for index in probabilities.indices where probabilities[index] > probabilities[label] { label = index }
    return Decision(
      label: label, chosen: isMultiLabel ? probabilities.indices.filter { probabilities[$0] >= 0.5 } : [label],
      probabilities: probabilities,
      reasons: reasonCount > 0
        ? reasons(
          for: label, text, fields, scratch.hits, scale: squares > 0 ? 1 / squares.squareRoot() : 0, reasonCount) : [])
  }

  /// The features of the text that the model knows, each once.
  private func collectHits(_ text: FoldedText, _ fields: [String], _ scratch: inout Scratch) {
    scratch.stamp &+= 1
    let stamp = scratch.stamp
    scratch.hits.removeAll(keepingCapacity: true)
    reader.forEachFeature(of: text, fields: fields) { hash, kind, start, length in
      let number = vocabulary.number(of: hash)
      guard number >= 0, scratch.stamps[number] != stamp else { return }
      scratch.stamps[number] = stamp
      scratch.hits.append(Hit(number: UInt32(number), kind: kind, start: Int32(start), length: Int32(length)))
    }
  }

  private func reasons(
    for label: Int, _ text: FoldedText, _ fields: [String], _ hits: [Hit], scale: Float, _ count: Int
  ) -> [Reason] {
    var best: [(hit: Hit, weight: Float)] = []
    for hit in hits {
      let number = Int(hit.number)
      let weight = weights[number * labels.count + label] * vocabulary.weights[number] * scale
      guard weight > 0, best.count < count || weight > best[best.count - 1].weight else { continue }
      best.insert((hit, weight), at: best.firstIndex { $0.weight < weight } ?? best.count)
      if best.count > count { best.removeLast() }
    }
    return best.map { Reason(text: name(of: $0.hit, text, fields), weight: $0.weight) }
  }

  private func name(of hit: Hit, _ text: FoldedText, _ fields: [String]) -> String {
    let (start, length) = (Int(hit.start), Int(hit.length))
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
