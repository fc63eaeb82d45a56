import GangmuDates
import GangmuFields
import GangmuOutline
import GangmuPages
import HanText

/// One document of a page as the rooms of gangmu see it, with blocks and line numbers: what a record is made from.
public struct ParsedDocument: Sendable {
  /// The page and the document's place in it.
  public var source: Record.Source
  /// Its cleaned text, title and outline.
  public var outline: OutlinedDocument
  /// Its dates, in reading order.
  public var dates: [DateExpression]
  /// Its kind, roles, themes, responsibilities, citations and contacts.
  public var fields: DocumentFields
  /// What its reader should know, in the order of the rooms.
  public var warnings: [TextWarning]
  /// What was set aside of the page as no part of its text; with the first document of a page alone. Offsets are in the
  /// page's text.
  public var pageNoise: [PageNoise] = []
  /// What was taken out of its text, in reading order.
  public var repairs: [TextRepair] = []

  /// The line of the source, from 1, on which the block that holds an offset begins.
  public func line(at offset: Int) -> Int? {
    let blocks = outline.content.blocks
    let next = blocks.partitioningIndex { $0.span.lowerBound > offset }
    return next > 0 ? blocks[next - 1].line : nil
  }
}
