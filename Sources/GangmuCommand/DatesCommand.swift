import ArgumentParser
import Gangmu
import GangmuCorpus

/// `gangmu dates`: the calendar expressions of pages.
struct Dates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "List the dates of each page with their values.",
    discussion: """
      EXAMPLES:
        gangmu dates page.html
        gangmu dates --jsonl pages/ > dates.jsonl
        echo 明天上午9:00 | gangmu dates --as-of 2026-11-22 -

      The table has a row for each date: path and line, value, time, role, possible years, words. With --jsonl each date is \
      one object: path, line (from 1), span (in the line, in Unicode scalars), text, edtf, role, first, last, time, \
      year_candidates, and year, rrule, evidence, rule. Values are EDTF (ISO 8601-2): X stands for a digit that is not stated.
      """)

  @Flag(help: "Write one JSON object a line.")
  var jsonl = false

  @OptionGroup var dates: DateOptions

  @OptionGroup var inputs: Inputs

  func run() throws {
    let found = try dates.parser().dates(in: inputs.source)
    try inputs.forEach(found) { date, output in
      if jsonl {
        date.appendJSON(to: &output)
      } else {
        output += Array(DateRow(date).text.utf8)
      }
      output.append(UInt8(ascii: "\n"))
    }
  }
}

/// A date as a row for people: `page.html:12  XXXX-09-19/XXXX-09-25  period  9月19—25日`.
private struct DateRow {
  let text: String

  init(_ date: PageDate) {
    let expression = date.expression
    var value = expression.edtf ?? expression.rrule ?? "-"
    if let time = expression.time { value += " " + time }
    let years = expression.yearCandidates.prefix(Self.shownYears).map(String.init).joined(separator: " ")
    let rest = expression.yearCandidates.count > Self.shownYears ? " …" : ""
    let columns = [
      (Self.printable(date.path) + ":\(date.line)", 24), (value, 24), (date.role.rawValue, 9), (years + rest, 0),
    ]
    text =
      columns.map { Self.padded($0.0, to: $0.1) }.joined(separator: "  ") + (years.isEmpty ? "" : "  ")
      + Self.printable(date.text)
  }

  /// How many possible years are shown.
  private static let shownYears = 6

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }

  /// Text without control characters, which could command a terminal.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : $0 }))
  }
}
