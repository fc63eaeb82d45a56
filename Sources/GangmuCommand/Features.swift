import ArgumentParser
import GangmuClasses
import GangmuCorpus

/// `gangmu features`: the sparse matrix of the classifier, for other tools.
struct Features: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features",
    abstract: "Write the features of texts as a sparse matrix (SVMlight).",
    discussion: """
      EXAMPLE:
        gangmu features --label class labelled.jsonl > matrix.svm

      One line for each text: its label, then COLUMN:COUNT for each feature, columns from 1, rising; scikit-learn reads it \
      with load_svmlight_file. Labels are numbered from 0 in the order in which they come; a comment at the end of the line \
      that has one first names it. A text of several labels has them with commas, one without has 0.
      """)

  @Option(help: "The field with the labels; dots lead into objects (kind.label).")
  var label: String?

  @Option(help: "The longest n-gram, 1 to 3.")
  var grams = 3

  @Option(help: "The number of columns is 2 to this power, 8 to 31.")
  var bits = 20

  @OptionGroup var inputs: LineInputs

  func validate() throws {
    if !(1...3).contains(grams) { throw ValidationError("--grams is 1 to 3.") }
    if !(8...31).contains(bits) { throw ValidationError("--bits is 8 to 31.") }
  }

  func run() throws {
    let failures = FailureCount()
    let matrix = FeatureMatrix(reader: FeatureReader(longestGram: grams), columnBits: bits)
    let lines = LabelledLines(inputs.pathsOrStandardInput, labelField: label)
    try failures.write { (output) throws(OutputFile.Failure) in
      var numbers: [String: Int] = [:]
      try lines.forEach(note: failures.note, fail: failures.report) { (_, line) throws(OutputFile.Failure) in
        append(line, matrix, &numbers, to: &output.buffer)
        try output.flushIfFull()
      }
    }
  }

  private func append(
    _ line: LabelledLine, _ matrix: FeatureMatrix, _ numbers: inout [String: Int], to buffer: inout [UInt8]
  ) {
    var new: [String] = []
    let labels = (line.labels ?? []).map { name in
      if let number = numbers[name] { return number }
      numbers[name] = numbers.count
      new.append(name)
      return numbers.count - 1
    }
    buffer += Array((labels.isEmpty ? "0" : labels.map(String.init).joined(separator: ",")).utf8)
    for (column, count) in matrix.row(of: line.text, fields: line.fields) {
      buffer += Array(" \(column):\(count)".utf8)
    }
    let names = new.map { name in String(name.map { $0.isNewline ? " " : $0 }) }
    if !names.isEmpty { buffer += Array(" # \(names.joined(separator: ", "))".utf8) }
    buffer.append(UInt8(ascii: "\n"))
  }
}
