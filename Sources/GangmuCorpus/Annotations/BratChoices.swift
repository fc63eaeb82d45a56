import Gangmu
import GangmuFields

extension Record {
  /// The values that brat offers for each attribute.
  static var bratChoices: (kinds: String, sections: String, dates: String, duties: String) {
    (
      DocumentKind.allCases.map(\.rawValue).joined(separator: "|"),
      SectionRole.allCases.map(\.rawValue).joined(separator: "|"),
      DateRole.allCases.map(\.rawValue).joined(separator: "|"),
      GangmuFields.Responsibility.Role.allCases.map(\.rawValue).joined(separator: "|")
    )
  }
}
