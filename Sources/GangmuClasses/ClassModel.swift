import HanText

/// A linear model that tells the class, or the labels, of a text.
///
///     var set = TrainingSet()
///     set.add(FoldedText("国足1比0战胜对手"), labels: ["sports"])
///     …
///     let model = try ClassModel(training: set, options: ClassModel.Options())
///     model.decision(on: FoldedText("女排3比1取胜")).label
public struct ClassModel: Sendable {
  /// How a model is trained.
  public struct Options: Sendable, Hashable {
    /// The cost of a wrong answer, LIBLINEAR's C: the higher, the closer the model keeps to its examples.
    public var cost: Float
    /// A feature of fewer texts is left out.
    public var leastTexts: Int

    /// Makes options.
    public init(cost: Float = 1, leastTexts: Int = 2) {
      self.cost = cost
      self.leastTexts = leastTexts
    }
  }

  /// Why no model can be trained.
  public enum TrainingFailure: Error, Sendable, Hashable {
    /// There are fewer than two labels.
    case tooFewLabels(Int)
    /// There are more labels than a model can have.
    case tooManyLabels(Int)
  }

  /// The most labels that a model can have.
  public static let labelLimit = 4096

  /// The names of the labels.
  public let labels: [String]
  /// Whether a text can have several labels, or none.
  public let isMultiLabel: Bool
  let reader: FeatureReader
  let vocabulary: Vocabulary
  let rows: FeatureRows
  /// What every text gets, for each label.
  let constants: [Float]
  let calibration: Calibration

  init(
    labels: [String], isMultiLabel: Bool, reader: FeatureReader, vocabulary: Vocabulary, rows: FeatureRows,
    constants: [Float], calibration: Calibration
  ) {
    (self.labels, self.isMultiLabel, self.reader) = (labels, isMultiLabel, reader)
    (self.vocabulary, self.rows, self.constants, self.calibration) = (vocabulary, rows, constants, calibration)
  }

  /// Trains a model: the same set gives the same model, bit by bit.
  ///
  /// Its probabilities are calibrated on texts that it was not trained on, in three parts.
  public init(training set: TrainingSet, options: Options = Options()) throws(TrainingFailure) {
    guard set.labels.count >= 2 else { throw .tooFewLabels(set.labels.count) }
    guard set.labels.count <= Self.labelLimit else { throw .tooManyLabels(set.labels.count) }
    let (vocabulary, values) = set.vocabulary(least: set.count < 1000 ? 1 : options.leastTexts)
    let matrix = SparseMatrix(set, vocabulary: vocabulary, values: values)
    let labelCount = set.labels.count
    let train = { (rows: [Int]) in
      DualCoordinateDescent(matrix, rows: rows, labels: set.textLabels, classCount: labelCount, cost: options.cost)
    }
    let isMultiLabel = set.textLabels.contains { $0.count != 1 }
    let machines = train(Array(0..<set.count))
    self.init(
      labels: set.labels, isMultiLabel: isMultiLabel, reader: set.reader, vocabulary: vocabulary,
      rows: FeatureRows(machines, values: values), constants: machines.constants,
      calibration: Calibration(matrix, labels: set.textLabels, classCount: labelCount, isMultiLabel, train))
  }
}

extension ClassModel {
  /// The number of features that the model knows.
  public var featureCount: Int { vocabulary.count }
}
