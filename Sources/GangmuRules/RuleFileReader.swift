import GangmuDates
import GangmuFields
import Yams

/// Reads rule files. Every failure names line and column, and all that can be found are.
public struct RuleFileReader {
  private let file: String
  private var failures: [RuleFailure] = []
  private var nodes = 0
  private var phrases = 0

  static let maximumNodes = 50_000
  static let maximumPhrases = 20_000
  static let maximumPhrase = 64

  /// Failures of one file.
  public struct Failures: Error, Sendable {
    /// In the order of the file.
    public var failures: [RuleFailure]
  }

  private init(file: String) {
    self.file = file
  }

  /// Reads a file's text; `name` is what failures call it.
  /// - Throws: `Failures`, at least one.
  public static func read(_ text: String, name: String) throws(Failures) -> RuleFile {
    if let failure = YAMLGuard.failure(in: text, file: name) { throw Failures(failures: [failure]) }
    var reader = RuleFileReader(file: name)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Failures(failures: [reader.failure(of: error)])
    }
    let rules = root.map { reader.rules(of: $0) } ?? RuleFile()
    guard reader.failures.isEmpty else {
      throw Failures(
        failures: reader.failures.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) })
    }
    return rules
  }

  private func failure(of error: any Error) -> RuleFailure {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return RuleFailure(file: file, place: .init(line: mark.line, column: mark.column), message: "no YAML: \(problem)")
    case YamlError.duplicatedKeysInMapping(let duplicates, let context):
      return RuleFailure(
        file: file, place: .init(line: context.mark.line, column: context.mark.column),
        message: "the key \(duplicates.first ?? "") stands twice")
    default:
      return RuleFailure(file: file, place: .init(line: 1, column: 1), message: "no YAML: \(error)")
    }
  }

  // MARK: - The file

  private mutating func rules(of root: Node) -> RuleFile {
    var rules = RuleFile()
    guard let mapping = mapping(root, "the file") else { return rules }
    for (key, value) in mapping {
      switch key.string {
      case "labels":
        rules.labels = list(value).compactMap { label($0) }
      case "duties":
        rules.duties = list(value).compactMap { duty($0) }
      case "section_roles":
        rules.sectionRoles = list(value).compactMap { rule($0, says: "role", SectionRole.self) }
      case "kinds":
        rules.kinds = list(value).compactMap { rule($0, says: "kind", DocumentKind.self) }
      case "actors":
        rules.actors = list(value).compactMap { rule($0, says: "kind", Responsibility.ActorKind.self) }
      case "vetoes":
        rules.vetoes = list(value).compactMap { rule($0, says: "field", VetoedField.self) }
      case "series":
        rules.series = list(value).compactMap { series($0) }
      default:
        fail(
          key,
          "unknown key \(quoted(key)); there are labels, duties, section_roles, kinds, actors, vetoes and series")
      }
    }
    return rules
  }

  private mutating func label(_ node: Node) -> RuleFile.Rule<LabelSense>? {
    guard let entry = entry(node, ["says", "open"]) else { return nil }
    guard let says = entry.members["says"] else {
      fail(node, "a label needs 'says'")
      return nil
    }
    guard let sense = RuleNames.labels.first(where: { $0.name == says.string })?.sense else {
      fail(says, "unknown: \(quoted(says)); labels say \(RuleNames.labels.map(\.name).joined(separator: ", "))")
      return nil
    }
    return RuleFile.Rule(
      rule: LexicalRule(entry.id, sense, entry.confidence, entry.phrases), isOpen: boolean(entry.members["open"]),
      tests: entry.tests, place: entry.place)
  }

  private mutating func duty(_ node: Node) -> RuleFile.Rule<DutySense>? {
    guard let entry = entry(node, ["role", "form", "bound"]),
      let role = value(of: "role", in: entry, at: node, Responsibility.Role.self)
    else { return nil }
    var form = DutySense.Form.subject
    if let named = entry.members["form"] {
      guard let known = RuleNames.forms.first(where: { $0.name == named.string }) else {
        fail(named, "unknown form \(quoted(named)); forms are \(RuleNames.forms.map(\.name).joined(separator: ", "))")
        return nil
      }
      form = known.form
    }
    let sense = DutySense(role, form, isBound: boolean(entry.members["bound"]))
    return RuleFile.Rule(
      rule: LexicalRule(entry.id, sense, entry.confidence, entry.phrases), tests: entry.tests, place: entry.place)
  }

  private mutating func rule<Sense: RawRepresentable & CaseIterable & Sendable>(
    _ node: Node, says key: String, _ senses: Sense.Type
  ) -> RuleFile.Rule<Sense>? where Sense.RawValue == String {
    guard let entry = entry(node, [key]), let sense = value(of: key, in: entry, at: node, senses) else { return nil }
    return RuleFile.Rule(
      rule: LexicalRule(entry.id, sense, entry.confidence, entry.phrases), tests: entry.tests, place: entry.place)
  }

  private mutating func series(_ node: Node) -> RuleFile.SeriesRule? {
    guard let entry = entry(node, ["first_year", "source"]) else { return nil }
    guard let first = entry.members["first_year"], let year = first.string.flatMap({ Int($0) }),
      (1800...9999).contains(year)
    else {
      fail(
        entry.members["first_year"] ?? node, "a series needs the year of its first event as 'first_year', such as 2014")
      return nil
    }
    return RuleFile.SeriesRule(
      id: entry.id,
      series: YearlySeries(names: entry.phrases, firstYear: year, source: entry.members["source"]?.string ?? ""),
      tests: entry.tests, place: entry.place)
  }

  // MARK: - One rule

  private struct Entry {
    var id: String
    var confidence: Double
    var phrases: [String]
    var tests: RuleTests
    var members: [String: Node]
    var place: RuleFailure.Place
  }

  /// What every rule has, and the members of its own.
  private mutating func entry(_ node: Node, _ own: [String]) -> Entry? {
    guard let mapping = mapping(node, "a rule") else { return nil }
    var entry = Entry(id: "", confidence: 0.9, phrases: [], tests: RuleTests(), members: [:], place: place(node))
    var isGood = true
    for (key, value) in mapping {
      switch key.string {
      case "id":
        entry.id = value.string ?? ""
        if !Self.isID(entry.id) {
          fail(value, "an id is words of a-z, 0-9 and _ parted by dots, such as label.my_unit")
          isGood = false
        }
      case "confidence":
        guard let number = value.string.flatMap({ Double($0) }), (0...1).contains(number) else {
          fail(value, "a confidence is a number from 0 to 1")
          isGood = false
          continue
        }
        entry.confidence = number
      case "phrases": entry.phrases = list(value).compactMap { phrase($0) }
      case "example", "examples": entry.tests.examples += tests(value)
      case "counterexample", "counterexamples": entry.tests.counterexamples += tests(value)
      case let name? where own.contains(name): entry.members[name] = value
      default:
        let known = (["id", "phrases", "confidence", "example", "counterexample"] + own).joined(separator: ", ")
        fail(key, "unknown key \(quoted(key)) in a rule; there are \(known)")
        isGood = false
      }
    }
    if entry.id.isEmpty, isGood {
      fail(node, "a rule needs an 'id'")
      isGood = false
    }
    if entry.phrases.isEmpty {
      fail(node, "a rule needs 'phrases'")
      isGood = false
    }
    return isGood ? entry : nil
  }

  private mutating func value<Sense: RawRepresentable & CaseIterable>(
    of key: String, in entry: Entry, at node: Node, _ senses: Sense.Type
  ) -> Sense? where Sense.RawValue == String {
    let known = senses.allCases.map(\.rawValue).joined(separator: ", ")
    guard let value = entry.members[key] else {
      fail(node, "a rule needs '\(key)': one of \(known)")
      return nil
    }
    guard let sense = value.string.flatMap({ Sense(rawValue: $0) }) else {
      fail(value, "unknown \(key) \(quoted(value)); one of \(known)")
      return nil
    }
    return sense
  }

  private mutating func phrase(_ node: Node) -> String? {
    guard let text = node.string else {
      fail(node, "a phrase is text")
      return nil
    }
    phrases += 1
    if phrases == Self.maximumPhrases + 1 { fail(node, "more than \(Self.maximumPhrases) phrases") }
    if text.isEmpty || text.allSatisfy(\.isWhitespace) {
      fail(node, "an empty phrase")
    } else if text.unicodeScalars.count > Self.maximumPhrase {
      fail(node, "a phrase of \(text.unicodeScalars.count) characters; at most \(Self.maximumPhrase)")
    } else if [".*", ".+", "\\", "[^", "(?"].contains(where: text.contains) {
      fail(node, "phrases are literal text, no patterns: \(quoted(node))")
    } else if text.contains(where: \.isNewline) {
      fail(node, "a phrase stands on one line")
    } else {
      return text
    }
    return nil
  }

  private mutating func tests(_ node: Node) -> [RuleTests.Test] {
    let nodes = node.sequence.map(Array.init) ?? [node]
    return nodes.compactMap { node in
      visit()
      if let text = node.string { return RuleTests.Test(text: text, gives: nil, place: place(node)) }
      guard let mapping = node.mapping, let text = mapping["text"]?.string else {
        fail(node, "an example is a text, or has a 'text' and what it 'gives'")
        return nil
      }
      return RuleTests.Test(text: text, gives: mapping["gives"]?.string, place: place(node))
    }
  }

  // MARK: - Nodes

  private mutating func visit() { nodes += 1 }

  private mutating func list(_ node: Node) -> [Node] {
    guard let sequence = node.sequence else {
      fail(node, "a list is wanted here")
      return []
    }
    nodes += sequence.count
    if nodes > Self.maximumNodes {
      fail(node, "more than \(Self.maximumNodes) entries")
      return []
    }
    return Array(sequence)
  }

  private mutating func mapping(_ node: Node, _ what: String) -> [(Node, Node)]? {
    guard let mapping = node.mapping else {
      fail(node, "\(what) is a mapping: key: value")
      return nil
    }
    return mapping.map { ($0.key, $0.value) }
  }

  private mutating func boolean(_ node: Node?) -> Bool {
    guard let node else { return false }
    guard let value = node.bool else {
      fail(node, "true or false is wanted here")
      return false
    }
    return value
  }

  private func place(_ node: Node) -> RuleFailure.Place {
    RuleFailure.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private mutating func fail(_ node: Node, _ message: String) {
    guard failures.count < 100 else { return }
    failures.append(RuleFailure(file: file, place: place(node), message: message))
  }

  private func quoted(_ node: Node) -> String { "'\((node.string ?? "").prefix(40))'" }

  /// Whether an id may stand in a record: its schema says so.
  static func isID(_ id: String) -> Bool {
    let words = id.split(separator: ".", omittingEmptySubsequences: false)
    return !words.isEmpty
      && words.allSatisfy { word in
        !word.isEmpty && word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F }
      }
  }
}
