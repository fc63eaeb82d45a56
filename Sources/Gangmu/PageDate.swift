import GangmuDates
import GangmuFields
import GangmuPages
import HanText

/// A calendar expression and the line of the page that it stands in.
public struct PageDate: Sendable, Hashable {
  /// What the page is called: its path.
  public var path: String
  /// The line of the source, from 1; in HTML the one on which its block begins.
  public var line: Int
  /// Where it stands in that line, in Unicode scalars; in HTML in the block's text.
  public var span: Range<Int>
  /// The expression as written.
  public var text: String
  /// What it is in its document.
  public var role: DateRole
  /// Its value, bounds, possible years and evidence. Its `span` lies in the page's text.
  public var expression: DateExpression

  /// The dates of a page. Those inside its documents take role and year from there.
  static func dates(
    of page: Page, read: [DateExpression], documents: [ParsedDocument], path: String
  ) -> [PageDate] {
    let text = page.content.text
    var block = 0
    var dates: [PageDate] = []
    dates.reserveCapacity(read.count)
    for expression in read {
      let blocks = page.content.blocks
      while block + 1 < blocks.count, blocks[block + 1].span.lowerBound <= expression.span.lowerBound { block += 1 }
      // In the line as it stands in the page, before anything was taken out of it.
      func column(_ offset: Int) -> Int {
        let map = text.sourceMap
        return (map.source(of: offset) ?? offset) - (map.source(of: blocks[block].span.lowerBound) ?? 0)
          + blocks[block].column
      }
      dates.append(
        PageDate(
          path: path, line: blocks[block].line,
          span: column(expression.span.lowerBound)..<column(expression.span.upperBound - 1) + 1,
          text: text.string(expression.span), role: expression.form.roleAlone, expression: expression))
    }
    adopt(documents, in: &dates)
    return dates
  }

  /// Lines up the dates of documents with those of their page: the same words in the same order.
  private static func adopt(_ documents: [ParsedDocument], in dates: inout [PageDate]) {
    var next = 0
    for document in documents {
      for (expression, role) in zip(document.dates, document.fields.dateRoles) {
        let words = document.outline.text.string(expression.span)
        let window = next..<min(next + farthest, dates.count)
        guard let index = window.first(where: { dates[$0].text == words }) else { continue }
        let span = dates[index].expression.span
        dates[index].role = role
        dates[index].expression = expression
        dates[index].expression.span = span
        next = index + 1
      }
    }
  }

  /// How many dates in a row may stand outside the documents.
  private static let farthest = 64
}

extension DateExpression.Form {
  /// What a date is that stands in no document: what its own words say.
  fileprivate var roleAlone: DateRole {
    switch self {
    case .deadline: .deadline
    case .recurring: .recurring
    case .single, .range, .openStart: .mention
    }
  }
}

extension PageDate: JSONWritable {
  private enum CodingKeys: String, CodingKey {
    case path, line, span, text, edtf, rrule, role, first, last, time, year, evidence, rule
    case yearCandidates = "year_candidates"
  }

  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.path, path)
      $0.member(CodingKeys.line, line)
      $0.member(CodingKeys.span, span)
      $0.member(CodingKeys.text, text)
      $0.member(CodingKeys.edtf, expression.edtf)
      $0.member(CodingKeys.role, role)
      $0.member(CodingKeys.first, expression.first)
      $0.member(CodingKeys.last, expression.last)
      $0.member(CodingKeys.time, expression.time)
      $0.member(CodingKeys.yearCandidates, expression.yearCandidates)
      $0.member(CodingKeys.year, expression.year)
      $0.member(CodingKeys.rrule, expression.rrule)
      $0.member(CodingKeys.evidence, expression.evidence)
      $0.member(CodingKeys.rule, expression.rule)
    }
  }

  /// Appends it as one JSON object on one line, without a line end.
  public func appendJSON(to bytes: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: exchange(&bytes, with: []))
    write(to: &writer)
    bytes = writer.bytes
  }
}
