import GangmuOutline
import HanText
import TestSupport

extension OutlinedDocument {
  /// The outline as a tree: marker, then the heading in brackets or the first words; `~` before an inline section.
  var tree: String {
    sections.map { section in
      let marker = text.string(section.marker)
      let words =
        text.string(section.marker.upperBound..<section.span.upperBound)
        .split(separator: "\n").first.map { $0.drop { $0 == " " || $0 == "\u{3000}" } } ?? ""
      let label = section.heading.map { "[\(text.string($0))]" } ?? String(words.prefix(6))
      return String(repeating: "  ", count: section.level - 1) + (section.isInline ? "~" : "") + marker + " " + label
    }.joined(separator: "\n")
  }
}

/// The documents of a page of plain lines.
func documents(_ page: String) -> [OutlinedDocument] {
  OutlineReader().documents(in: BlockText(lines: page))
}

/// The outline of the only document of a page of plain lines, which gets a title of its own.
func tree(_ body: String) -> String {
  documents("工作方案\n" + body).map(\.tree).joined(separator: "\n----\n")
}
