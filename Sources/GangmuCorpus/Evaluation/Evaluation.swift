import Gangmu

/// How well records agree with gold, field by field: precision, recall, F1, micro-averaged over all documents.
///
/// The strict mode gives the same numbers as the scorer that the gold came with.
package struct Evaluation: Sendable {
  /// When two values are the same.
  package enum Mode: String, Sendable, CaseIterable {
    /// In compatibility form, without spaces and punctuation.
    case strict
    /// In one script too.
    case soft
    /// When one holds the other, or half of their characters are the same stretch.
    case overlap
  }

  /// Right, made up, missed.
  package struct Counts: Sendable, Hashable {
    package var right = 0
    package var madeUp = 0
    package var missed = 0

    package var precision: Double {
      right + madeUp > 0 ? Double(right) / Double(right + madeUp) : missed > 0 ? 0 : 1
    }
    package var recall: Double { right + missed > 0 ? Double(right) / Double(right + missed) : 1 }
    package var f1: Double {
      let (precision, recall) = (precision, recall)
      return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
    package var support: Int { right + missed }
  }

  /// Right ones among those that could be.
  package struct Accuracy: Sendable, Hashable {
    package var right = 0
    package var total = 0
    package var share: Double? { total > 0 ? Double(right) / Double(total) : nil }
  }

  /// One thing that gold and records do not agree on.
  package struct Miss: Sendable, Hashable {
    package var field: String
    package var page: String
    package var title: String
    /// `missed` or `made up`, or what gold says where it is a choice.
    package var what: String
    package var value: String
    /// The text around it, where it stands in the record's text.
    package var context: String?
  }

  /// The fields in the order in which tables list them.
  package static let fields =
    [
      "documents", "titles", "sections", "sections_any_level", "sections_inline", "themes", "dates_value",
      "dates_strict",
      "responsibility_actor", "responsibility_task", "citations", "document_numbers", "contacts",
    ] + DocumentView.statementKeys
  /// The fields that the macro average counts.
  package static let core = [
    "documents", "sections", "themes", "dates_strict", "responsibility_actor", "responsibility_task", "citations",
  ]
  /// The choices: of each right or wrong.
  package static let choices = ["kind", "section_role", "date_role"]

  package private(set) var mode: Mode
  package private(set) var counts: [String: Counts] = [:]
  package private(set) var accuracies: [String: Accuracy] = [:]
  package private(set) var misses: [Miss] = []
  /// Documents of which nothing was missed or made up, and all.
  package private(set) var exact = Accuracy()
  /// By the gold's kind and by the record's script: the same again.
  package private(set) var groups: [String: Evaluation] = [:]
  /// How often claims are right, by confidence and by rule.
  package private(set) var calibration = Calibration()
  private let isGroup: Bool

  package init(mode: Mode = .strict) {
    self.init(mode: mode, isGroup: false)
  }

  private init(mode: Mode, isGroup: Bool) {
    self.mode = mode
    self.isGroup = isGroup
    for choice in Self.choices { accuracies[choice] = Accuracy() }
  }

  /// The mean F1 of the core fields.
  package var macroF1: Double {
    let rows = Self.core.compactMap { counts[$0]?.f1 }
    return rows.reduce(0, +) / Double(max(1, rows.count))
  }

  /// Takes in a page: the documents of its gold and of its records, each in the order of the page.
  package mutating func add(page: String, golds: [DocumentView], predictions: [DocumentView]) {
    for pair in DocumentPairing.pairs(golds, predictions) {
      let gold = pair.gold
      let predicted = pair.predicted
      add(page: page, gold: gold, predicted: predicted)
      if let kind = gold?.kind ?? predicted?.kind { addToGroup("kind \(kind)", page, gold, predicted) }
      let script = predicted?.script ?? predictions.first?.script
      if let script { addToGroup("script \(script)", page, gold, predicted) }
    }
  }

  private mutating func addToGroup(_ name: String, _ page: String, _ gold: DocumentView?, _ predicted: DocumentView?) {
    var group = groups[name] ?? Evaluation(mode: mode, isGroup: true)
    group.add(page: page, gold: gold, predicted: predicted)
    groups[name] = group
  }

  private mutating func add(page: String, gold: DocumentView?, predicted: DocumentView?) {
    let before = misses.count
    var place = Place(page: page, title: (gold ?? predicted)?.title ?? "None", text: predicted?.text ?? "")
    tally("documents", gold == nil ? [] : ["document"], predicted == nil ? [] : ["document"], &place)
    if let gold = gold.map(folded), let predicted = predicted.map(folded) {
      tally("titles", [ComparedText.bare(gold.title)], [ComparedText.bare(predicted.title)], &place)
      compareChoices(gold, predicted, place)
    }
    compareLists(folded(gold ?? DocumentView()), folded(predicted ?? DocumentView()), &place)
    if gold != nil {
      exact.total += 1
      if misses.count == before, predicted != nil { exact.right += 1 }
    }
    if let predicted, !isGroup { calibrate(folded(gold ?? DocumentView()), folded(predicted)) }
  }

  /// A document as this mode compares it.
  private func folded(_ view: DocumentView) -> DocumentView {
    mode == .strict ? view : view.mapping(DocumentView.soft)
  }

  // MARK: - Fields

  private mutating func compareLists(_ gold: DocumentView, _ predicted: DocumentView, _ place: inout Place) {
    func keys(_ sections: [DocumentView.Section]) -> [SectionKey] { sections.map(SectionKey.init) }
    func shown(_ key: SectionKey, withLevel: Bool = true) -> String {
      (withLevel ? "\(key.level) " : "") + "\(key.marker) \(key.starts)"
    }
    tally(
      "sections", keys(gold.sections.filter { !$0.isInline }).map { shown($0) },
      keys(predicted.sections.filter { !$0.isInline }).map { shown($0) }, &place)
    tally(
      "sections_any_level", keys(gold.sections).map { shown($0, withLevel: false) },
      keys(predicted.sections).map { shown($0, withLevel: false) }, &place)
    tally(
      "sections_inline", keys(gold.sections.filter(\.isInline)).map { shown($0, withLevel: false) },
      keys(predicted.sections.filter(\.isInline)).map { shown($0, withLevel: false) }, &place)
    tally("themes", gold.themes, predicted.themes, &place)
    tally("dates_value", gold.dates.map { $0.edtf ?? "" }, predicted.dates.map { $0.edtf ?? "" }, &place)
    tally("dates_strict", gold.dates.map(\.strict), predicted.dates.map(\.strict), &place)
    tally("responsibility_actor", gold.responsibilities.map(\.named), predicted.responsibilities.map(\.named), &place)
    tally("responsibility_task", gold.responsibilities.map(\.whole), predicted.responsibilities.map(\.whole), &place)
    tally("citations", gold.citations.map(\.title), predicted.citations.map(\.title), &place)
    tally(
      "document_numbers", gold.citations.map(\.number).filter { !$0.isEmpty },
      predicted.citations.map(\.number).filter { !$0.isEmpty }, &place)
    tally("contacts", gold.contacts, predicted.contacts, &place)
    // Gold that says nothing of a key leaves it out of the count: the format was made before these keys.
    for key in DocumentView.statementKeys {
      if let wanted = gold.statements[key] { tally(key, wanted, predicted.statements[key] ?? [], &place) }
    }
  }

  private mutating func compareChoices(_ gold: DocumentView, _ predicted: DocumentView, _ place: Place) {
    choose("kind", gold.kind ?? "", predicted.kind ?? "", shown: "", place)
    let roles = Dictionary(predicted.sections.map { (SectionKey($0), $0.role) }) { _, last in last }
    for section in gold.sections {
      guard let role = section.role, role != "other", let other = roles[SectionKey(section)] else { continue }
      choose("section_role", role, other ?? "", shown: "\(section.marker) \(section.starts)", place)
    }
    var golds: [String: [String: Int]] = [:]
    var order: [String] = []
    for date in gold.dates {
      if golds[date.strict] == nil { order.append(date.strict) }
      golds[date.strict, default: [:]][date.role ?? "", default: 0] += 1
    }
    var predictions: [String: [String: Int]] = [:]
    for date in predicted.dates { predictions[date.strict, default: [:]][date.role ?? "", default: 0] += 1 }
    for key in order {
      let (mine, theirs) = (golds[key] ?? [:], predictions[key] ?? [:])
      let total = min(mine.values.reduce(0, +), theirs.values.reduce(0, +))
      let right = mine.reduce(0) { $0 + min($1.value, theirs[$1.key] ?? 0) }
      accuracies["date_role", default: Accuracy()].total += total
      accuracies["date_role", default: Accuracy()].right += right
      if right < total {
        let said = theirs.sorted { $0.key < $1.key }.map(\.key).joined(separator: " ")
        let wanted = mine.sorted { $0.key < $1.key }.map(\.key).joined(separator: " ")
        misses.append(place.miss("date_role", "\(wanted), not \(said)", key))
      }
    }
  }

  private mutating func choose(_ field: String, _ gold: String, _ predicted: String, shown: String, _ place: Place) {
    accuracies[field, default: Accuracy()].total += 1
    if gold == predicted {
      accuracies[field, default: Accuracy()].right += 1
    } else {
      misses.append(place.miss(field, "\(gold), not \(predicted)", shown))
    }
  }

  private mutating func tally(_ field: String, _ golds: [String], _ predictions: [String], _ place: inout Place) {
    let matching = ValueMatching(golds, predictions, allowsOverlap: mode == .overlap)
    counts[field, default: Counts()].right += matching.pairs
    counts[field, default: Counts()].madeUp += matching.madeUp.count
    counts[field, default: Counts()].missed += matching.missed.count
    misses += matching.missed.map { place.miss(field, "missed", $0) }
    misses += matching.madeUp.map { place.miss(field, "made up", $0) }
  }

  // MARK: - Calibration

  private mutating func calibrate(_ gold: DocumentView, _ predicted: DocumentView) {
    func add(_ field: String, _ golds: [String], _ values: [String]) {
      calibration.add(field, golds, values, claims: predicted.claims[field] ?? [])
    }
    add("themes", gold.themes, predicted.themes)
    add("dates", gold.dates.map(\.strict), predicted.dates.map(\.strict))
    add("responsibilities", gold.responsibilities.map(\.whole), predicted.responsibilities.map(\.whole))
    add("citations", gold.citations.map(\.title), predicted.citations.map(\.title))
    add("contacts", gold.contacts, predicted.contacts)
  }
}

extension DocumentView.Date {
  fileprivate var strict: String { "\(text)\u{1F}\(edtf ?? "")" }
}

extension DocumentView.Responsibility {
  fileprivate var named: String { "\(role)\u{1F}\(actor)" }
  fileprivate var whole: String { "\(role)\u{1F}\(actor)\u{1F}\(task)" }
}

/// Where a comparison stands, for what is told about misses.
private struct Place {
  var page: String
  var title: String
  var text: String

  func miss(_ field: String, _ what: String, _ value: String) -> Evaluation.Miss {
    Evaluation.Miss(
      field: field, page: page, title: title, what: what,
      value: shown(value), context: context(of: value))
  }

  private func shown(_ value: String) -> String {
    let parts: [Substring] = value.split(separator: Character("\u{1F}"), omittingEmptySubsequences: false)
    return parts.joined(separator: " | ")
  }

  /// The text around the longest part of a value, where the record's text holds it as it is.
  private func context(of value: String) -> String? {
    let parts: [Substring] = value.split(separator: Character("\u{1F}"))
    guard let part = parts.max(by: { $0.count < $1.count }), part.count >= 2 else { return nil }
    let text = Array(self.text.unicodeScalars.prefix(200_000))
    let wanted = Array(part.unicodeScalars)
    guard wanted.count <= text.count else { return nil }
    for start in 0...(text.count - wanted.count) where text[start] == wanted[0] {
      guard text[start..<start + wanted.count].elementsEqual(wanted) else { continue }
      let around = text[max(0, start - 20)..<min(text.count, start + wanted.count + 20)]
      return String(String.UnicodeScalarView(around.map { $0 == "\n" ? " " : $0 }))
    }
    return nil
  }
}
