import ArgumentParser
import Gangmu
import GangmuClasses
import GangmuCorpus

/// `gangmu classify`: sort texts into classes.
struct Classify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Train a classifier, apply it, and measure it.",
    discussion: """
      EXAMPLES:
        gangmu classify train labelled.jsonl --label class -o headlines.model
        gangmu classify apply headlines.model records.jsonl > classes.jsonl
        gangmu classify evaluate headlines.model held-out.jsonl --label class
        gangmu classify train records.jsonl --label kind.label -o kinds.model

      The classifier is linear, on the characters of the text (n-grams of its fold), on its form, and in records on what \
      gangmu has read: kind, roles of sections, of dates and of actors.
      """,
    subcommands: [Train.self, Apply.self, Evaluate.self])

  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "train",
      abstract: "Train a model on labelled texts.",
      discussion: """
        Reads JSON Lines with `text` and a field of labels: a string, a number, or an array of them where a text can have \
        several or none. The same input gives the same model, byte by byte.
        """)

    @Option(help: "The field with the labels; dots lead into objects (kind.label).")
    var label: String

    @Option(name: .shortAndLong, help: "Where to write the model.", completion: .file())
    var output: String

    @Option(help: "The longest n-gram, 1 to 3.")
    var grams = 3

    @Option(help: "The cost of a wrong answer: the higher, the closer the model keeps to its examples.")
    var cost: Float = 1

    @OptionGroup var inputs: LineInputs

    func validate() throws {
      if !(1...3).contains(grams) { throw ValidationError("--grams is 1 to 3.") }
      if !(cost > 0 && cost <= 1000) { throw ValidationError("--cost is above 0 and at most 1000.") }
    }

    func run() throws {
      let failures = FailureCount()
      var set = TrainingSet(reader: FeatureReader(longestGram: grams))
      let lines = LabelledLines(inputs.pathsOrStandardInput, labelField: label)
      lines.forEach(note: failures.note, fail: failures.report) { _, line in
        set.add(line.text, fields: line.fields, labels: line.labels ?? [])
      }
      let model: ClassModel
      do throws(ClassModel.TrainingFailure) {
        model = try ClassModel(training: set, options: ClassModel.Options(cost: cost))
      } catch {
        switch error {
        case .tooFewLabels(let count):
          StandardError.write("gangmu: \(count) label(s) in `\(label)`: at least 2 are needed")
        case .tooManyLabels(let count):
          StandardError.write(
            "gangmu: \(count) labels in `\(label)`: at most \(ClassModel.labelLimit) can be told apart")
        }
        throw ExitCode(1)
      }
      try ModelFile.write(model, to: output)
      StandardError.write("gangmu: \(set.count) texts, \(model.labels.count) labels, \(model.featureCount) features")
      try failures.end()
    }
  }

  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply",
      abstract: "Tell the classes of texts.",
      discussion: """
        Writes one JSON object a line for each text, in their order: `label` (and `labels`, where a text can have several), \
        `probability`, and `because`: what spoke most for it, with its weight.
        """)

    @Argument(help: "A model.", completion: .file())
    var model: String

    @Option(parsing: .unconditional, help: "How many reasons to give.")
    var reasons = 3

    @Flag(help: "Give the probability of every label.")
    var all = false

    @Flag(help: "Write the lines of the input, with the answer under `class`.")
    var join = false

    @OptionGroup var inputs: LineInputs

    func validate() throws {
      if !(0...100).contains(reasons) { throw ValidationError("--reasons is 0 to 100.") }
    }

    func run() throws {
      let model = try ModelFile.read(self.model)
      let failures = FailureCount()
      let lines = LabelledLines(inputs.pathsOrStandardInput, labelField: nil)
      try failures.write { (output) throws(OutputFile.Failure) in
        var scratch = ClassModel.Scratch(for: model)
        try lines.forEach(note: failures.note, fail: failures.report) { (bytes, line) throws(OutputFile.Failure) in
          let decision = model.decision(on: line.text, fields: line.fields, reasonCount: reasons, scratch: &scratch)
          let row = ClassRow(model: model, decision: decision, withAll: all)
          if join {
            row.append(to: &output.buffer, joining: bytes)
          } else {
            row.append(to: &output.buffer, id: line.id)
          }
          try output.flushIfFull()
        }
      }
    }
  }

  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "evaluate", abstract: "Measure a model on labelled texts that it has not seen.")

    @Argument(help: "A model.", completion: .file())
    var model: String

    @Option(help: "The field with the labels; dots lead into objects (kind.label).")
    var label: String

    @OptionGroup var inputs: LineInputs

    func run() throws {
      let model = try ModelFile.read(self.model)
      let failures = FailureCount()
      let lines = LabelledLines(inputs.pathsOrStandardInput, labelField: label)
      var evaluation = ClassEvaluation(of: model)
      var scratch = ClassModel.Scratch(for: model)
      lines.forEach(note: failures.note, fail: failures.report) { _, line in
        evaluation.add(
          model.decision(on: line.text, fields: line.fields, scratch: &scratch), truth: line.labels ?? [])
      }
      try failures.write { (output) throws(OutputFile.Failure) in output.buffer += Array(evaluation.table.utf8) }
    }
  }
}
