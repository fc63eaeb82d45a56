/// Words that say one thing, and how sure they are of it.
public struct LexicalRule<Sense: Sendable>: Sendable {
  /// The stable id that goes into the record.
  public var id: String
  /// What the words say.
  public var sense: Sense
  /// How often the words are right where they are found, in 0…1.
  public var confidence: Double
  /// The words, in either script.
  public var phrases: [String]

  /// Makes a rule.
  public init(_ id: String, _ sense: Sense, _ confidence: Double, _ phrases: [String]) {
    self.id = id
    self.sense = sense
    self.confidence = confidence
    self.phrases = phrases
  }
}

/// A rule as each place that it decides bears it: without its phrases, which would be counted up and down at every look.
struct RuleMark<Sense: Sendable>: Sendable {
  /// The stable id that goes into the record.
  let id: String
  /// What the words say.
  let sense: Sense
  /// How often the words are right where they are found, in 0…1.
  let confidence: Double
}

extension LexicalRule {
  /// The rule without its phrases.
  var mark: RuleMark<Sense> { RuleMark(id: id, sense: sense, confidence: confidence) }
}

extension Sequence {
  /// Each phrase with the rule that it belongs to.
  func entries<Sense>() -> [(String, RuleMark<Sense>)] where Element == LexicalRule<Sense> {
    flatMap { rule in rule.phrases.map { ($0, rule.mark) } }
  }
}

extension String {
  /// The words of a line of the lexicon. By bytes: all lexicons are cut before the first page is read.
  var words: [String] { utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) } }
}
