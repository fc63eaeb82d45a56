import HanText

/// Drops the claims in whose value a vetoed word stands.
struct FieldVetoes: Sendable {
  private let tables: [VetoedField: PhraseTable<Bool>]

  init(_ rules: [LexicalRule<VetoedField>]) {
    // Few lexicons have any.
    guard !rules.isEmpty else {
      tables = [:]
      return
    }
    tables = Dictionary(grouping: rules, by: \.sense).mapValues { PhraseTable($0.flatMap(\.phrases)) }
  }

  func apply(to fields: inout DocumentFields, in text: FoldedText) {
    guard !tables.isEmpty else { return }
    func drops(_ field: VetoedField, _ spans: Range<Int>?...) -> Bool {
      guard let table = tables[field] else { return false }
      return spans.contains { $0.map { table.firstMatch(in: text, within: $0) != nil } ?? false }
    }
    fields.responsibilities.removeAll { drops(.responsibilities, $0.actor) }
    fields.themes.removeAll { drops(.themes, $0.span) }
    fields.citations.removeAll { drops(.citations, $0.title, $0.number) }
    fields.contacts.removeAll { drops(.contacts, $0.name, $0.phone, $0.email, $0.address) }
    fields.slogans.removeAll { drops(.slogans, $0.span) }
    fields.audience.removeAll { drops(.audience, $0.span) }
    fields.places.removeAll { drops(.places, $0.span) }
    fields.budget.removeAll { drops(.budget, $0.span) }
    fields.awards.removeAll { drops(.awards, $0.span) }
    fields.attachments.removeAll { drops(.attachments, $0.title) }
  }
}
