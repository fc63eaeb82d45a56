import GangmuDates
import HanText
import Testing

/// One line of a table: a text and what should be read in it.
///
/// `expected` has one entry for each expression, `text = edtf`; a recurrence has its rule instead of a value.
struct DateCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }

  /// What the reader finds, in the form of `expected`.
  var found: [String] {
    let folded = FoldedText(text)
    return DateReader().dates(in: folded).dates.map { date in
      "\(folded.string(date.span)) = \(date.edtf ?? date.rrule ?? "-")"
    }
  }
}
