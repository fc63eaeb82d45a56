/// An evaluation for people (a table), for documents (Markdown) and for programs (JSON).
package struct EvaluationReport {
  package let run: EvaluationRun
  var evaluation: Evaluation { run.evaluation }

  package init(_ run: EvaluationRun) {
    self.run = run
  }

  /// The table that people read: the one of the scorer that the gold came with.
  package var table: String {
    var lines = [
      "\(Self.left("field", 24))\(Self.right("precision", 10))\(Self.right("recall", 10))\(Self.right("F1", 10))\(Self.right("support", 9))"
    ]
    for (field, counts) in Self.rows(evaluation) {
      lines.append(
        Self.left(field, 24) + Self.right(Self.percent(counts.precision), 10)
          + Self.right(Self.percent(counts.recall), 10)
          + Self.right(Self.percent(counts.f1), 10) + Self.right(String(counts.support), 9))
    }
    for choice in Evaluation.choices {
      lines.append(line("\(choice) (accuracy)", evaluation.accuracies[choice] ?? .init()))
    }
    lines.append(line("grounded spans", run.grounded))
    lines.append(line("exact documents", evaluation.exact))
    lines.append(
      Self.left("macro F1 of core fields", 24) + Self.right("", 20) + Self.right(Self.percent(evaluation.macroF1), 10))
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ name: String, _ accuracy: Evaluation.Accuracy) -> String {
    Self.left(name, 24) + Self.right("", 20) + Self.right(Self.percent(accuracy.share ?? 0), 10)
      + Self.right(String(accuracy.total), 9)
  }

  /// F1 of each field for each kind and each script.
  package var groupTable: String {
    let names = evaluation.groups.keys.sorted()
    var lines = [
      "", Self.left("F1 by group", 24) + names.map { Self.right(String($0.split(separator: " ")[1]), 11) }.joined(),
    ]
    for field in Evaluation.fields {
      let cells = names.map { name -> String in
        guard let counts = evaluation.groups[name]?.counts[field], counts.support + counts.madeUp > 0 else {
          return Self.right("-", 11)
        }
        return Self.right(Self.percent(counts.f1), 11)
      }
      lines.append(Self.left(field, 24) + cells.joined())
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How often claims of each confidence are right.
  package var calibrationTable: String {
    let widths = (name: 36, figure: 10)
    func line(_ name: String, _ accuracy: Evaluation.Accuracy) -> String {
      Self.left(name, widths.name) + Self.right(Self.percent(accuracy.share ?? 0), widths.figure)
        + Self.right(String(accuracy.total), widths.figure)
    }
    func head(_ name: String) -> [String] {
      ["", Self.left(name, widths.name) + Self.right("right", widths.figure) + Self.right("claims", widths.figure)]
    }
    let rules = evaluation.calibration.rules.sorted { $0.key < $1.key }.flatMap { field, rules in
      rules.sorted { $0.key < $1.key }.map { line("\(field) \($0.key)", $0.value) }
    }
    let lines = head("confidence") + tenths.map(line) + head("rule") + rules
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows of the table of confidences, all fields together last.
  private var tenths: [(String, Evaluation.Accuracy)] {
    func rows(_ field: String, _ tenths: [Int: Evaluation.Accuracy]) -> [(String, Evaluation.Accuracy)] {
      tenths.sorted { $0.key < $1.key }.map { ("\(field) 0.\($0.key)", $0.value) }
    }
    return evaluation.calibration.tenths.sorted { $0.key < $1.key }.flatMap(rows)
      + rows("all", evaluation.calibration.all)
  }

  /// What was missed or made up in a field, one a line.
  package func misses(of field: String) -> String {
    evaluation.misses.filter { $0.field == field }.map { miss in
      let context = miss.context.map { "\n      … \($0) …" } ?? ""
      return "  \(miss.page): \(miss.title): \(miss.what): \(miss.value)\(context)\n"
    }.joined()
  }

  /// The table in Markdown, with those of groups and confidences.
  package var markdown: String {
    var lines = ["| field | precision | recall | F1 | support |", "| --- | ---: | ---: | ---: | ---: |"]
    for (field, counts) in Self.rows(evaluation) {
      let cells = [counts.precision, counts.recall, counts.f1].map(Self.percent)
      lines.append("| \(field) | \(cells.joined(separator: " | ")) | \(counts.support) |")
    }
    let accuracies = Evaluation.choices.map { ("\($0) (accuracy)", evaluation.accuracies[$0] ?? .init()) }
    for (name, accuracy) in accuracies + [("grounded spans", run.grounded), ("exact documents", evaluation.exact)] {
      lines.append("| \(name) | | | \(Self.percent(accuracy.share ?? 0)) | \(accuracy.total) |")
    }
    lines.append("| macro F1 of core fields | | | \(Self.percent(evaluation.macroF1)) | |")
    lines += ["", "| confidence | right | claims |", "| --- | ---: | ---: |"]
    for (name, accuracy) in tenths {
      lines.append("| \(name) | \(Self.percent(accuracy.share ?? 0)) | \(accuracy.total) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func rows(_ evaluation: Evaluation) -> [(String, Evaluation.Counts)] {
    Evaluation.fields.compactMap { field in evaluation.counts[field].map { (field, $0) } }
  }

  private static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded(.toNearestOrEven))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
