import HanText

/// Labelled texts as rows of a sparse matrix.
public struct TrainingSet: Sendable {
  /// How the features are read.
  public let reader: FeatureReader
  /// The labels of each text, as numbers of `labels`.
  private(set) var textLabels: [[Int32]] = []
  /// The names of the labels, in the order in which they were first seen.
  private(set) var labels: [String] = []
  /// The features of all texts, end to end, each once in its text.
  private(set) var features: [UInt32] = []
  /// Where the features of each text end.
  private(set) var ends: [Int] = []
  private var numbers: [String: Int32] = [:]

  /// Makes an empty set.
  public init(reader: FeatureReader = FeatureReader()) {
    self.reader = reader
  }

  /// The number of texts.
  public var count: Int { ends.count }

  /// Adds a text. `fields` are names of what gangmu read from it, such as `kind=plan`.
  public mutating func add(_ text: FoldedText, fields: [String] = [], labels names: [String]) {
    let start = features.count
    reader.forEachFeature(of: text, fields: fields) { hash, _, _, _ in features.append(hash) }
    features[start...].sort()
    var kept = start
    for index in start..<features.count where index == start || features[index] != features[kept - 1] {
      features[kept] = features[index]
      kept += 1
    }
    features.removeLast(features.count - kept)
    ends.append(kept)
    var own: [Int32] = []
    for name in names {
      let number = numbers[name] ?? Int32(labels.count)
      if Int(number) == labels.count {
        numbers[name] = number
        labels.append(name)
      }
      if !own.contains(number) { own.append(number) }
    }
    textLabels.append(own)
  }

  /// The features of a text.
  func features(of text: Int) -> ArraySlice<UInt32> { features[(text > 0 ? ends[text - 1] : 0)..<ends[text]] }

  /// The features that stand in `least` texts and more, in the order of their hashes, and how much each tells:
  /// (log((1 + texts) / (1 + texts with it)) + 1)². On headlines the square is .004 more accurate than the usual weight,
  /// since it leaves less of a short text to the characters that all have.
  func vocabulary(least: Int) -> (vocabulary: Vocabulary, values: [Float]) {
    let sorted = features.sorted()
    var hashes: [UInt32] = []
    var weights: [Float] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      if end - start >= least {
        hashes.append(sorted[start])
        let frequency = naturalLogarithm(Float(1 + count) / Float(1 + end - start)) + 1
        weights.append(frequency * frequency * (FeatureReader.countsHalf(sorted[start]) ? 0.5 : 1))
      }
      start = end
    }
    return (Vocabulary(hashes: hashes), weights)
  }
}
