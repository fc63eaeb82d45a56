import GangmuDates
import GangmuOutline
import HanText

/// Reads kind, roles, themes, responsibilities, citations and contacts from a document.
public struct FieldReader: Sendable {
  private let labels: LabelReader
  private let citations: CitationReader
  private let kinds: KindReader
  private let roles: SectionRoleReader
  private let themes: ThemeReader
  private let dateRoles: DateRoleReader
  private let responsibilities: ResponsibilityReader
  private let contacts: ContactReader
  private let statementReader: StatementReader
  private let vetoes: FieldVetoes
  private let signals: SignalTable

  /// Makes a reader that goes by the words of a lexicon. Making one compiles the lexicon: make it once and keep it.
  public init(lexicon: FieldLexicon) {
    let actors = ActorReader(lexicon: lexicon)
    labels = LabelReader(lexicon: lexicon, actors: actors)
    citations = CitationReader()
    kinds = KindReader(lexicon: lexicon)
    roles = SectionRoleReader(lexicon: lexicon)
    themes = ThemeReader()
    dateRoles = DateRoleReader()
    responsibilities = ResponsibilityReader(lexicon: lexicon, actors: actors, labels: labels)
    vetoes = FieldVetoes(lexicon.vetoes)
    statementReader = StatementReader()
    contacts = ContactReader(actors: actors, labels: labels)
    signals = SignalTable(dutyStarts: DutyVerbs.starts(of: lexicon))
  }

  /// Makes a reader that goes by the standard lexicon.
  public init() {
    self = Self.standard
  }

  private static let standard = FieldReader(lexicon: .standard)

  /// The fields of a document. `dates` are the dates of its text, in reading order.
  public func fields(of document: OutlinedDocument, dates: [DateExpression]) -> DocumentFields {
    let kind = kinds.kind(of: document)
    let context = context(of: document, kind: kind.kind, dates: dates)
    let citations = citations.citations(in: document.content, signals: context.signals)
    let duties = responsibilities.responsibilities(in: context)
    let statements = statementReader.statements(in: context)
    var fields = DocumentFields(
      kind: kind.kind, kindConfidence: kind.confidence, sectionRoles: context.roles, themes: themes.themes(in: context),
      dateRoles: dateRoles.roles(in: context, citations: citations), responsibilities: duties.responsibilities,
      citations: citations, contacts: contacts.contacts(in: context), slogans: statements[.slogan],
      audience: statements[.audience], places: statements[.place], budget: statements[.budget],
      awards: statements[.award], attachments: AttachmentReader.attachments(of: document),
      warnings: duties.warnings)
    vetoes.apply(to: &fields, in: document.text)
    fields.fitConfidences()
    return fields
  }

  /// What all readers look at.
  private func context(
    of document: OutlinedDocument, kind: DocumentKind, dates: [DateExpression]
  ) -> DocumentContext {
    let signals = TextSignals(of: document.text, by: signals)
    var context = DocumentContext(document: document, kind: kind, dates: dates, signals: signals)
    context.labels = labels.labels(in: document.content, markers: context.markers, signals: signals)
    context.findFooter()
    context.roles = roles.roles(of: document, kind: kind)
    context.pieces = responsibilities.pieces(of: context)
    context.countDutyBrackets()
    return context
  }
}
