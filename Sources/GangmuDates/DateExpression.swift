/// A calendar expression that was read from a text.
public struct DateExpression: Sendable, Hashable {
  /// What an expression says about time, which its reader can tell from its own words.
  public enum Form: String, Sendable, Hashable {
    /// A day, or a month standing for its days.
    case single
    /// From one day to another.
    case range
    /// Up to a day (前, 截至, 之前).
    case deadline
    /// From a day on (起).
    case openStart
    /// Again and again (每年9月份第三周).
    case recurring
  }

  /// Where it stands: the whole expression with its weekday brackets and its 前/至/起.
  public var span: Range<Int>
  /// What it says.
  public var form: Form
  /// The value in EDTF (ISO 8601-2), day precision, `X` for digits that it does not state; nil for a recurrence.
  public var edtf: String?
  /// The recurrence in RFC 5545's words (`FREQ=YEARLY;BYMONTH=9;BYDAY=...`), or nil.
  public var rrule: String?
  /// The first day of the value, as an ISO date with `X` for unknown digits of the year; nil where it is open.
  public var first: String?
  /// The last day of the value, in the same form; nil where it is open.
  public var last: String?
  /// The time of day that it states, as `HH:MM`, or nil.
  public var time: String?
  /// The years that are still possible where the year is not stated in full, rising; empty where nothing narrows them.
  public var yearCandidates: [Int]
  /// The year where it was not read but only one candidate is left, or nil.
  public var year: Int?
  /// What removed the other years, such as `weekday:星期一`.
  public var evidence: [String]
  /// The id of the rule that found it, such as `date.range`.
  public var rule: String
  /// How sure the rule is, in 0…1.
  public var confidence: Double

  /// Makes an expression.
  public init(
    span: Range<Int>, form: Form, edtf: String?, rrule: String? = nil, first: String? = nil, last: String? = nil,
    time: String? = nil, yearCandidates: [Int] = [], year: Int? = nil, evidence: [String] = [], rule: String,
    confidence: Double
  ) {
    self.span = span
    self.form = form
    self.edtf = edtf
    self.rrule = rrule
    self.first = first
    self.last = last
    self.time = time
    self.yearCandidates = yearCandidates
    self.year = year
    self.evidence = evidence
    self.rule = rule
    self.confidence = confidence
  }
}
