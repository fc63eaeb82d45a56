import Gangmu
import GangmuClasses

/// What a model says of a text, as JSON.
public struct ClassRow {
  private let model: ClassModel
  private let decision: ClassModel.Decision
  private let withAll: Bool

  /// Makes a row; `withAll` gives the probability of every label.
  public init(model: ClassModel, decision: ClassModel.Decision, withAll: Bool) {
    (self.model, self.decision, self.withAll) = (model, decision, withAll)
  }

  /// Appends the row as an object on a line.
  public func append(to buffer: inout [UInt8], id: [UInt8]?) {
    var writer = JSONWriter(appendingTo: buffer)
    buffer = []
    writer.object {
      if let id { $0.member(Key.id, RawJSON(id)) }
      write(to: &$0)
    }
    buffer = writer.bytes
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Appends a line of the input with the row under `class`.
  public func append(to buffer: inout [UInt8], joining line: [UInt8]) {
    var writer = JSONWriter()
    writer.object { write(to: &$0) }
    JoinedLine.append(to: &buffer, line: line, key: "class", value: writer.bytes)
  }

  private enum Key: String, CodingKey {
    case id, label, labels, probability, probabilities, because, text, weight
  }

  private func write(to writer: inout JSONWriter) {
    writer.member(Key.label, model.labels[decision.label])
    if model.isMultiLabel { writer.member(Key.labels, decision.chosen.map { model.labels[$0] }) }
    writer.member(Key.probability, RawJSON(fraction: Double(decision.probabilities[decision.label])))
    if withAll { writer.member(Key.probabilities, Probabilities(labels: model.labels, values: decision.probabilities)) }
    if !decision.reasons.isEmpty { writer.member(Key.because, decision.reasons.map(Reason.init)) }
  }

  private struct Reason: JSONWritable {
    let reason: ClassModel.Reason

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member(Key.text, reason.text)
        $0.member(Key.weight, RawJSON(fraction: Double(reason.weight)))
      }
    }
  }

  private struct Probabilities: JSONWritable {
    let labels: [String]
    let values: [Float]

    func write(to writer: inout JSONWriter) {
      writer.object {
        for (label, value) in zip(labels, values) { $0.member(AnyKey(label), RawJSON(fraction: Double(value))) }
      }
    }
  }
}
