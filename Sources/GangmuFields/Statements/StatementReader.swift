import GangmuOutline
import HanText

/// Finds what a document says about its slogans, whom it is for, where it takes place, what it costs and what can be won: in
/// label lines (活動地點:操場) and under headings (五、獎項設置).
///
/// A class: a struct of tables would be copied, and each table counted, where it is asked.
final class StatementReader: Sendable {
  private let sloganHeadings = SuffixTable("口号 标语 宣传用语 标语口号 口号标语".words)
  /// The longest slogan; what is longer explains one.
  private static let longestSlogan = 60
  /// The most lines of one section that are given.
  private static let mostLines = 60

  /// What a statement is about.
  enum Subject: Int, Sendable, CaseIterable {
    case slogan, audience, place, budget, award

    fileprivate init?(_ sense: LabelSense) {
      switch sense {
      case .slogan: self = .slogan
      case .audience: self = .audience
      case .place: self = .place
      case .budget: self = .budget
      case .award: self = .award
      default: return nil
      }
    }

    fileprivate init?(_ role: SectionRole) {
      switch role {
      case .audience: self = .audience
      case .place: self = .place
      case .budget: self = .budget
      case .awards: self = .award
      default: return nil
      }
    }
  }

  /// Statements by what they are about.
  struct Lists {
    fileprivate var lists = [[Statement]](repeating: [], count: Subject.allCases.count)

    subscript(subject: Subject) -> [Statement] { lists[subject.rawValue] }
  }

  /// The statements of a document, each list in reading order.
  func statements(in context: DocumentContext) -> Lists {
    var found = Lists()
    for label in context.labels {
      guard let subject = Subject(label.rule.sense), !context.isFooter(label.block) else { continue }
      for span in values(of: label, subject, in: context) {
        add(span, subject, rule: label.rule.id, confidence: label.rule.confidence, in: context, to: &found)
      }
    }
    let penalties = PenaltySections.read(in: context)
    var areSlogans: [Bool] = []
    areSlogans.reserveCapacity(context.roles.count)
    let sections = context.document.sections
    for id in sections.indices {
      areSlogans.append(sections[id].heading.map { endsInSlogans($0, in: context.text) } ?? false)
      let isSlogan = sections[id].parent.map { areSlogans[$0] } ?? false
      let subject = areSlogans[id] || isSlogan ? .slogan : Subject(context.roles[id])
      guard let subject, subject != .award || !penalties.contains(id) else { continue }
      for span in lines(of: sections[id], subject, isSlogan: isSlogan, in: context) {
        add(span, subject, rule: Self.rule(of: subject), confidence: 0.85, in: context, to: &found)
      }
    }
    for index in found.lists.indices where found.lists[index].count > 1 {
      found.lists[index].sort { $0.span.lowerBound < $1.span.lowerBound }
    }
    return found
  }

  private func add(
    _ span: Range<Int>, _ subject: Subject, rule: String, confidence: Double, in context: DocumentContext,
    to found: inout Lists
  ) {
    let span = context.text.trimming(span, subject == .slogan ? Trim.quotes : Trim.punctuation)
    guard !span.isEmpty, span.count <= (subject == .slogan ? Self.longestSlogan : 600) else { return }
    // A label line in a section of the same subject was read already.
    if found[subject].suffix(8).contains(where: { $0.span.overlaps(span) }) { return }
    let section = context.document.sectionID(at: span.lowerBound)
    found.lists[subject.rawValue].append(
      Statement(span: span, section: section, rule: rule, confidence: confidence))
  }

  private static func rule(of subject: Subject) -> String {
    switch subject {
    case .slogan: "slogan.section"
    case .audience: "audience.section"
    case .place: "place.section"
    case .budget: "budget.section"
    case .award: "award.section"
    }
  }

  // MARK: - Labels

  private func values(of label: LabelOccurrence, _ subject: Subject, in context: DocumentContext) -> [Range<Int>] {
    let value = context.text.trimming(label.value, Trim.spaces)
    guard value.isEmpty else { return subject == .slogan ? slogans(in: value, of: context.text) : [value] }
    // The value stands on the next line.
    let next = label.block + 1
    guard next < context.blocks.count, case let line = context.blocks[next].span, line.count <= 200,
      context.markers[line.lowerBound] == nil, !context.hasLabel(in: line)
    else { return [] }
    return subject == .slogan ? slogans(in: line, of: context.text) : [line]
  }

  // MARK: - Sections

  private func endsInSlogans(_ heading: Range<Int>, in text: FoldedText) -> Bool {
    let heading = text.trimmingEnd(heading, Trim.punctuation)
    guard let last = heading.last, sloganHeadings.canEnd(with: text[last]) else { return false }
    return sloganHeadings.longest(in: text, endingAt: heading.upperBound, lower: heading.lowerBound) != nil
  }

  /// The lines of a section's own text; the text behind the marker where it has no heading, or where it is a slogan itself.
  private func lines(
    of section: Section, _ subject: Subject, isSlogan: Bool, in context: DocumentContext
  ) -> [Range<Int>] {
    let body: Range<Int>
    if subject == .slogan, isSlogan {
      body = section.marker.upperBound..<max(section.marker.upperBound, section.span.upperBound)
    } else if let own = section.body {
      body = own
    } else if section.heading == nil {
      body = section.marker.upperBound..<max(section.marker.upperBound, section.span.upperBound)
    } else {
      return []
    }
    guard let first = context.block(at: context.text.trimmingStart(body, Trim.spaces).lowerBound) else { return [] }
    var lines: [Range<Int>] = []
    for block in context.blocks[first...].prefix(Self.mostLines) {
      guard block.span.lowerBound < body.upperBound else { break }
      let line = block.span.clamped(to: body)
      if line.isEmpty { continue }
      lines += subject == .slogan ? slogans(in: line, of: context.text) : [line]
    }
    return lines
  }

  /// The slogans of a line: what semicolons part, marks of a list taken off.
  private func slogans(in line: Range<Int>, of text: FoldedText) -> [Range<Int>] {
    var slogans: [Range<Int>] = []
    var start = line.lowerBound
    for offset in line where text[offset] == ";" || text[offset] == "。" {
      slogans.append(start..<offset)
      start = offset + 1
    }
    slogans.append(start..<line.upperBound)
    return slogans.map { text.trimmingStart($0, Self.listMarks) }.filter { $0.count >= 4 }
  }

  private static let listMarks = UnitSet(" \t0123456789.、()*-·●★◆■")
}
