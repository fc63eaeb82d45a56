import HanText

/// What gangmu reads from one document beside its outline.
public struct DocumentFields: Sendable {
  /// What the document is.
  public var kind: DocumentKind
  /// How sure that is, in 0…1.
  public var kindConfidence: Double
  /// What said so, where that was no rule of gangmu's own.
  public var kindRule: String?
  /// One role for each section of the document.
  public var sectionRoles: [SectionRole]
  /// What the campaign is about, in its own words.
  public var themes: [Theme]
  /// One role for each date given.
  public var dateRoles: [DateRole]
  /// Who does what.
  public var responsibilities: [Responsibility]
  /// The documents cited.
  public var citations: [Citation]
  /// Whom to turn to.
  public var contacts: [Contact]
  /// Slogans (口號, 標語).
  public var slogans: [Statement]
  /// Whom it is for.
  public var audience: [Statement]
  /// Where it takes place.
  public var places: [Statement]
  /// What it costs and who pays.
  public var budget: [Statement]
  /// What can be won.
  public var awards: [Statement]
  /// What is attached.
  public var attachments: [Attachment]
  /// What its reader should know.
  public var warnings: [TextWarning]

  /// A kind of this confidence or less was not read: no rule spoke.
  public static let silentConfidence = 0.4
}

/// What kind of document it is, by the contract's `kind.label`.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case plan, summary, report, notice, opinion, regulation, speech, news, qa, other
}

/// What a section is for, by the contract's `role`.
public enum SectionRole: String, Sendable, Hashable, CaseIterable {
  case theme, time, place, audience, purpose, organization, activities, activity, requirements, requirement, schedule
  case background, findings, problems, measures, awards, contact, budget, other
}

/// What a date is in its document, by the contract's `role`.
public enum DateRole: String, Sendable, Hashable, CaseIterable {
  case period, event, deadline, issued, recurring, mention
}

/// A stated theme.
public struct Theme: Sendable, Hashable {
  /// The theme's words, without 活動主題為 and quotes.
  public var span: Range<Int>
  /// The section that it stands in.
  public var section: Int?
  /// The id of the rule.
  public var rule: String
  /// How sure the rule is, in 0…1.
  public var confidence: Double
}

/// One actor and what it is to do.
public struct Responsibility: Sendable, Hashable {
  /// The part that an actor plays, by the contract's `role`.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case responsible, lead, support, host, organizer, leader, deputy, member, contact
    case coOrganizer = "co_organizer"
  }

  /// What an actor is.
  public enum ActorKind: String, Sendable, Hashable, CaseIterable {
    case organization, person, post
  }

  /// What is to be done: its words, and the section that they stand in.
  public struct Task: Sendable, Hashable {
    /// The words.
    public var span: Range<Int>
    /// The section.
    public var section: Int?
  }

  /// The part that the actor plays.
  public var role: Role
  /// The actor's name.
  public var actor: Range<Int>
  /// What the actor is.
  public var actorKind: ActorKind
  /// What is to be done, or nil.
  public var task: Task?
  /// The index of the date by which it is due, or nil.
  public var due: Int?
  /// The id of the rule.
  public var rule: String
  /// How sure the rule is, in 0…1.
  public var confidence: Double
}

/// A document that is cited.
public struct Citation: Sendable, Hashable {
  /// What stands inside 《》, or nil.
  public var title: Range<Int>?
  /// The document number (發文字號), or nil.
  public var number: Range<Int>?
  /// The whole citation.
  public var span: Range<Int>
  /// The id of the rule.
  public var rule: String
  /// How sure the rule is, in 0…1.
  public var confidence: Double
}

/// What a document says in its own words about its audience, place, budget, awards or slogans.
public struct Statement: Sendable, Hashable {
  /// The words.
  public var span: Range<Int>
  /// The section that they stand in.
  public var section: Int?
  /// The id of the rule.
  public var rule: String
  /// How sure the rule is, in 0…1.
  public var confidence: Double
}

/// A document that is attached (附件).
public struct Attachment: Sendable, Hashable {
  /// Its name.
  public var title: Range<Int>
  /// Its number in the list, or nil where it is the only one.
  public var number: Int?
  /// The id of the rule.
  public var rule: String
  /// How sure the rule is, in 0…1.
  public var confidence: Double
}

/// A person or an office to turn to.
public struct Contact: Sendable, Hashable {
  /// The name, or nil.
  public var name: Range<Int>?
  /// The telephone number, or nil.
  public var phone: Range<Int>?
  /// The mail address, or nil.
  public var email: Range<Int>?
  /// The postal address, or nil.
  public var address: Range<Int>?
  /// The id of the rule.
  public var rule: String
  /// How sure the rule is, in 0…1.
  public var confidence: Double
}
