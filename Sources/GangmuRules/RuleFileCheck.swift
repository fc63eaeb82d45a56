import Gangmu
import GangmuDates
import GangmuFields

extension RuleFile {
  /// A parser that goes by these rules and the built-in ones.
  public func parser(dates options: DateReader.Options = DateReader.Options()) -> PageParser {
    var options = options
    options.series = series.map(\.series) + options.series
    return PageParser(dates: DateReader(options), fields: FieldReader(lexicon: lexicon()))
  }

  /// How many examples and counterexamples it holds.
  public var testCount: Int { tests.reduce(0) { $0 + $1.tests.examples.count + $1.tests.counterexamples.count } }

  /// The ids that stand for two rules, the examples that a rule does not change, or whose record lacks what they give, and
  /// the counterexamples that it does.
  ///
  /// Each is read with all rules of the file and without the one that it tests.
  public func failures(name: String) -> [RuleFailure] {
    var failures = duplicates(name: name)
    let parser = self.parser()
    for (id, tests, without) in tests where !(tests.examples + tests.counterexamples).isEmpty {
      let other = without.parser()
      for test in tests.examples {
        let (with, without) = (Self.claims(of: test.text, parser), Self.claims(of: test.text, other))
        if with == without {
          failures.append(RuleFailure(file: name, place: test.place, message: "\(id) changes nothing in this example"))
        } else if let gives = test.gives, !with.values.contains(gives) {
          failures.append(
            RuleFailure(file: name, place: test.place, message: "\(id) does not give '\(gives)' in this example"))
        }
      }
      for test in tests.counterexamples where Self.claims(of: test.text, parser) != Self.claims(of: test.text, other) {
        failures.append(RuleFailure(file: name, place: test.place, message: "\(id) changes this counterexample"))
      }
    }
    return failures.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  /// The rules whose id another one before them has: a record that names it could mean either.
  private func duplicates(name: String) -> [RuleFailure] {
    var failures: [RuleFailure] = []
    var lines: [String: Int] = [:]
    var openness: [String: Set<Bool>] = [:]
    func add(_ id: String, _ place: RuleFailure.Place?) {
      let place = place ?? RuleFailure.Place(line: 1, column: 1)
      if let line = lines[id] {
        failures.append(
          RuleFailure(file: name, place: place, message: "the id \(id) stands twice, first in line \(line)"))
      } else {
        lines[id] = place.line
      }
    }
    for label in labels {
      // The open and the closed words of a label are two rules in a file.
      let isOther = openness[label.rule.id, default: []].insert(label.isOpen).inserted
      if lines[label.rule.id] == nil || !isOther { add(label.rule.id, label.place) }
    }
    for rule in duties { add(rule.rule.id, rule.place) }
    for rule in sectionRoles { add(rule.rule.id, rule.place) }
    for rule in kinds { add(rule.rule.id, rule.place) }
    for rule in actors { add(rule.rule.id, rule.place) }
    for rule in vetoes { add(rule.rule.id, rule.place) }
    for rule in series { add(rule.id, rule.place) }
    return failures
  }

  /// Each rule's id and tests, and the file without it.
  private var tests: [(id: String, tests: RuleTests, without: RuleFile)] {
    var all: [(id: String, tests: RuleTests, without: RuleFile)] = []
    func add<Sense>(_ path: WritableKeyPath<RuleFile, [Rule<Sense>]>) {
      for (index, rule) in self[keyPath: path].enumerated() {
        var file = self
        file[keyPath: path].remove(at: index)
        all.append((rule.rule.id, rule.tests, file))
      }
    }
    add(\.labels)
    add(\.duties)
    add(\.sectionRoles)
    add(\.kinds)
    add(\.actors)
    add(\.vetoes)
    for (index, rule) in series.enumerated() {
      var file = self
      file.series.remove(at: index)
      all.append((rule.id, rule.tests, file))
    }
    return all
  }

  /// What a record claims, without the text that both have.
  private struct Claims: Equatable {
    var records: [Record]
    var values: Set<String>
  }

  private static func claims(of text: String, _ parser: PageParser) -> Claims {
    let records = (try? parser.records(bytes: Array(text.utf8), uri: "example", mediaType: "text/plain")) ?? []
    var values: Set<String> = []
    for record in records {
      values.formUnion([record.kind.label.rawValue])
      values.formUnion(record.sections.flatMap { [$0.role.rawValue, $0.heading].compactMap { $0 } })
      values.formUnion(record.themes.map(\.text) + record.responsibilities.map(\.actor.text))
      values.formUnion(record.responsibilities.compactMap(\.task?.text) + record.dates.map(\.text))
      values.formUnion(record.dates.compactMap { $0.year.map(String.init) })
      values.formUnion(record.citations.flatMap { [$0.title, $0.number].compactMap { $0 } })
      values.formUnion(record.contacts.flatMap { [$0.name, $0.phone, $0.email, $0.address].compactMap { $0 } })
      let statements = record.slogans + record.audience + record.places + record.budget + record.awards
      values.formUnion(statements.map(\.text) + record.attachments.map(\.text))
    }
    return Claims(records: records, values: values)
  }
}
