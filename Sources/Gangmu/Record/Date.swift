import GangmuFields

extension Record {
  /// A calendar expression.
  public struct Date: Sendable, Hashable, Decodable {
    /// The expression as written, with its weekday brackets and its 前, 至, 起.
    public var text: String
    /// Where it stands.
    public var span: Range<Int>
    /// The id of the section that it stands in.
    public var section: Int?
    /// What it is in its document.
    public var role: DateRole
    /// Its value in EDTF (ISO 8601-2), `X` for digits that it does not state; nil for a recurrence.
    public var edtf: String?
    /// The recurrence in the words of RFC 5545.
    public var rrule: String?
    /// The first day of the value, as an ISO date with `X` for unknown digits of the year; nil where it is open.
    public var first: String?
    /// The last day of the value, in the same form.
    public var last: String?
    /// The time of day that it states, as `HH:MM`.
    public var time: String?
    /// The years that are still possible where the year is not stated in full, rising.
    public var yearCandidates: [Int]
    /// The year where it was not read, but only one candidate is left.
    public var year: Int?
    /// What removed the other years, such as `weekday:星期一`.
    public var evidence: [String]
    /// The id of the rule that found it.
    public var rule: String
    /// How sure the rule is, in 0…1.
    public var confidence: Double

    enum CodingKeys: String, CodingKey {
      case text, span, section, role, edtf, rrule, first, last, time, year, evidence, rule, confidence
      case yearCandidates = "year_candidates"
    }
  }
}

extension Record.Date: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", text)
      $0.member("span", span)
      $0.member("section", section)
      $0.member("role", role)
      $0.member("edtf", edtf)
      $0.member("rrule", rrule)
      $0.member("first", first)
      $0.member("last", last)
      $0.member("time", time)
      $0.member("year_candidates", yearCandidates)
      $0.member("year", year)
      $0.member("evidence", evidence)
      $0.member("rule", rule)
      $0.member("confidence", confidence)
    }
  }
}

extension DateRole: Decodable, JSONWritable {}
