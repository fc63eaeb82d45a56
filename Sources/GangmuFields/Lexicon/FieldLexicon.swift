/// A field whose claims a veto drops where one of its words stands in their value.
public enum VetoedField: String, Sendable, Hashable, CaseIterable {
  case responsibilities, themes, citations, contacts, slogans, audience, places, budget, awards, attachments
}

/// All words that the field readers go by, in one place. Rules that users add extend a copy of it.
public struct FieldLexicon: Sendable {
  /// Words that end a title and say what the document is.
  public var kinds: [LexicalRule<DocumentKind>]
  /// Words that make a title a question.
  public var questions: [LexicalRule<DocumentKind>]
  /// Words that end a heading and say what its section is for.
  public var headings: [LexicalRule<SectionRole>]
  /// Words before a colon.
  public var labels: [LexicalRule<LabelSense>]
  /// Verbs that give a duty in running text.
  public var duties: [LexicalRule<DutySense>]
  /// Words that end the name of an organization, a post, a group of persons.
  public var actors: [LexicalRule<Responsibility.ActorKind>]

  /// Labels that may have more words before them (網路安全競賽聯系人), among the phrases of `labels`.
  public var openLabels: Set<String> = LabelWords.open
  /// Words whose claims are dropped.
  public var vetoes: [LexicalRule<VetoedField>] = []

  /// The lexicon that gangmu comes with.
  public static let standard = FieldLexicon(
    kinds: KindWords.rules, questions: KindWords.questions, headings: HeadingWords.rules, labels: LabelWords.rules,
    duties: DutyWords.rules, actors: ActorWords.rules)
}
