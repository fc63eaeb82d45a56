import Gangmu

extension EvaluationReport {
  /// Everything as one JSON object on a line.
  package var json: String {
    var writer = JSONWriter()
    Self.tree(of: evaluation, run: run).write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func tree(of evaluation: Evaluation, run: EvaluationRun?) -> JSONTree {
    let fields = rows(evaluation).map { field, counts in
      member(
        field,
        .object([
          member("p", fraction(counts.precision)), member("r", fraction(counts.recall)),
          member("f1", fraction(counts.f1)), member("n", .integer(counts.support)),
        ]))
    }
    var members = [
      member("fields", .object(fields)),
      member("accuracy", .object(Evaluation.choices.map { member($0, fraction(evaluation.accuracies[$0]?.share)) })),
      member("exact_documents", fraction(evaluation.exact.share)), member("macro_f1", fraction(evaluation.macroF1)),
    ]
    guard let run else { return .object(members) }
    members += [
      member("mode", .string(evaluation.mode.rawValue)), member("grounded", fraction(run.grounded.share)),
      member("grounded_n", .integer(run.grounded.total)), member("bad_records", .integer(run.badRecords)),
      member("calibration", object(evaluation.calibration.tenths, tree(ofTenths:))),
      member("rules", object(evaluation.calibration.rules) { object($0, tree(ofRule:)) }),
      member("groups", object(evaluation.groups) { tree(of: $0, run: nil) }),
    ]
    return .object(members)
  }

  private static func tree(ofTenths tenths: [Int: Evaluation.Accuracy]) -> JSONTree {
    .array(
      tenths.sorted { $0.key < $1.key }.map { tenth, accuracy in
        .object([
          member("from", fraction(Double(tenth) / 10)), member("right", fraction(accuracy.share)),
          member("n", .integer(accuracy.total)),
        ])
      })
  }

  private static func tree(ofRule accuracy: Evaluation.Accuracy) -> JSONTree {
    .object([member("right", .integer(accuracy.right)), member("n", .integer(accuracy.total))])
  }

  /// An object with the keys of a dictionary, in their order.
  private static func object<Value>(_ values: [String: Value], _ tree: (Value) -> JSONTree) -> JSONTree {
    .object(values.sorted { $0.key < $1.key }.map { member($0.key, tree($0.value)) })
  }

  private static func member(_ key: String, _ value: JSONTree) -> JSONTree.Member {
    JSONTree.Member(key: key, value: value)
  }

  private static func fraction(_ value: Double?) -> JSONTree {
    value.map { .word(RawJSON(fraction: $0).bytes) } ?? .word(Array("null".utf8))
  }
}
