import Gangmu

/// An evaluation for people (a table), for documents (Markdown) and for programs (JSON).
package struct EvaluationReport {
  package let run: EvaluationRun
  private var evaluation: Evaluation { run.evaluation }

  package init(_ run: EvaluationRun) {
    self.run = run
  }

  /// The table that people read: the one of the scorer that the gold came with.
  package var table: String {
    var lines = [
      "\(Self.left("field", 24))\(Self.right("precision", 10))\(Self.right("recall", 10))\(Self.right("F1", 10))\(Self.right("support", 9))"
    ]
    for (field, counts) in rows(of: evaluation) {
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
    for (field, counts) in rows(of: evaluation) {
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

  /// Everything as one JSON object on a line.
  package var json: String {
    var writer = JSONWriter()
    Self.tree(of: evaluation, run: run).write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func tree(of evaluation: Evaluation, run: EvaluationRun?) -> JSONTree {
    func member(_ key: String, _ value: JSONTree) -> JSONTree.Member { JSONTree.Member(key: key, value: value) }
    func fraction(_ value: Double?) -> JSONTree {
      value.map { .word(RawJSON(fraction: $0).bytes) } ?? .word(Array("null".utf8))
    }
    var members = [
      member(
        "fields",
        .object(
          EvaluationReport.rows(evaluation).map { field, counts in
            member(
              field,
              .object([
                member("p", fraction(counts.precision)), member("r", fraction(counts.recall)),
                member("f1", fraction(counts.f1)), member("n", .integer(counts.support)),
              ]))
          })),
      member(
        "accuracy",
        .object(Evaluation.choices.map { member($0, fraction(evaluation.accuracies[$0]?.share)) })),
      member("exact_documents", fraction(evaluation.exact.share)), member("macro_f1", fraction(evaluation.macroF1)),
    ]
    guard let run else { return .object(members) }
    members += [
      member("mode", .string(evaluation.mode.rawValue)), member("grounded", fraction(run.grounded.share)),
      member("grounded_n", .integer(run.grounded.total)), member("bad_records", .integer(run.badRecords)),
      member(
        "calibration",
        .object(
          evaluation.calibration.tenths.sorted { $0.key < $1.key }.map { field, tenths in
            member(
              field,
              .array(
                tenths.sorted { $0.key < $1.key }.map { tenth, accuracy in
                  .object([
                    member("from", fraction(Double(tenth) / 10)), member("right", fraction(accuracy.share)),
                    member("n", .integer(accuracy.total)),
                  ])
                }))
          })),
      member(
        "rules",
        .object(
          evaluation.calibration.rules.sorted { $0.key < $1.key }.map { field, rules in
            member(
              field,
              .object(
                rules.sorted { $0.key < $1.key }.map { rule, accuracy in
                  member(
                    rule, .object([member("right", .integer(accuracy.right)), member("n", .integer(accuracy.total))]))
                }))
          })),
      member(
        "groups",
        .object(evaluation.groups.sorted { $0.key < $1.key }.map { member($0.key, tree(of: $0.value, run: nil)) })),
    ]
    return .object(members)
  }

  private func rows(of evaluation: Evaluation) -> [(String, Evaluation.Counts)] { Self.rows(evaluation) }

  private static func rows(_ evaluation: Evaluation) -> [(String, Evaluation.Counts)] {
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
