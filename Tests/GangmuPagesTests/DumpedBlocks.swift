import GangmuPages
import HanText
import Testing

/// A page as one line for each block, to compare and to read at a glance: `3 li 甲` is a list item from source line 3.
func dump(_ page: Page) -> [String] {
  page.content.blocks.map { block in
    let text = page.content.text
    return switch block.kind {
    case .paragraph: "\(block.line) p \(text.string(block.span))"
    case .heading(let level): "\(block.line) h\(level) \(text.string(block.span))"
    case .listItem: "\(block.line) li \(text.string(block.span))"
    case .tableRow(let cells): "\(block.line) tr \(cells.map(text.string).joined(separator: "|"))"
    }
  }
}

/// The dumped blocks of HTML.
func dump(html: String) throws -> [String] {
  dump(try PageReader().read(Array(html.utf8), mediaType: "text/html"))
}

/// The dumped blocks of a text.
func dump(text: String) throws -> [String] {
  dump(try PageReader().read(Array(text.utf8), mediaType: "text/plain"))
}

/// HTML, and its dumped blocks.
struct HTMLCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var html: String
  var blocks: [String]

  init(_ description: String, _ html: String, _ blocks: [String]) {
    testDescription = description
    self.html = html
    self.blocks = blocks
  }
}

/// What every page must hold to, or the first place where it does not.
func flaw(in page: Page) -> String? {
  let text = page.content.text
  var expected = 0
  for block in page.content.blocks {
    let string = text.string(block.span)
    if block.span.lowerBound != expected { return "a block begins at \(block.span.lowerBound), not at \(expected)" }
    if string.isEmpty { return "an empty block at \(block.span)" }
    if string.unicodeScalars.count != block.span.count { return "a span that is not the text's: \(block.span)" }
    if let end = [string.unicodeScalars.first, string.unicodeScalars.last].first(where: {
      $0?.properties.isWhitespace == true
    }) {
      return "a block that is not trimmed of \(String(describing: end)): \(string)"
    }
    for scalar in string.unicodeScalars where scalar != "\t" && scalar.properties.generalCategory == .control {
      return "U+\(String(scalar.value, radix: 16)) in a block: \(string)"
    }
    if case .tableRow(let cells) = block.kind {
      let joined = cells.filter { !$0.isEmpty }.map(text.string).joined(separator: "\t")
      if joined != string { return "cells that do not make their row: \(joined)" }
    }
    expected = block.span.upperBound + 1
  }
  let joined = page.content.blocks.map { text.string($0.span) }.joined(separator: "\n")
  return joined == text.string(0..<text.count) ? nil : "a text that is not its blocks joined by line ends"
}
