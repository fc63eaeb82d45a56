import GangmuClasses
import GangmuFields
import GangmuOutline
import HanText

/// Tells the kind of a document by a model that was trained on records (`gangmu classify train --label kind.label`).
public struct KindModel: Sendable {
  /// Why a model tells no kinds.
  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// It has a label that is no kind.
    case label(String)

    /// One sentence for people.
    public var description: String {
      switch self {
      case .label(let label):
        "no model of kinds: its label `\(label)` is none of \(DocumentKind.allCases.map(\.rawValue).joined(separator: ", "))"
      }
    }
  }

  private let model: ClassModel
  private let kinds: [DocumentKind]

  /// Takes a model whose labels are kinds.
  public init(_ model: ClassModel) throws(Failure) {
    var kinds: [DocumentKind] = []
    for label in model.labels {
      guard let kind = DocumentKind(rawValue: label) else { throw .label(label) }
      kinds.append(kind)
    }
    (self.model, self.kinds) = (model, kinds)
  }

  /// The likeliest kind of a document and its probability.
  public func kind(of document: OutlinedDocument, _ fields: DocumentFields) -> (kind: DocumentKind, confidence: Double)?
  {
    var scratch = ClassModel.Scratch(for: model)
    let decision = model.decision(on: document.text, fields: Self.names(of: fields), scratch: &scratch)
    return (kinds[decision.label], Double(decision.probabilities[decision.label]))
  }

  /// What was read from the document, under the names that `LabelledLine` gives it in a record.
  private static func names(of fields: DocumentFields) -> [String] {
    Set(fields.sectionRoles.map { "sections.role=\($0.rawValue)" }).sorted()
      + Set(fields.dateRoles.map { "dates.role=\($0.rawValue)" }).sorted()
      + Set(fields.responsibilities.map { "responsibilities.role=\($0.role.rawValue)" }).sorted()
  }
}
