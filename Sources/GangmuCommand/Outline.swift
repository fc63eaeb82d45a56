import ArgumentParser
import Gangmu

/// `gangmu outline`: the outline of pages as a tree, JSON, Markdown or OPML.
struct Outline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline",
    abstract: "Show the outline of each document of each page.",
    discussion: """
      EXAMPLES:
        gangmu outline page.html
        gangmu outline --color always page.html | less -R
        gangmu outline --format markdown page.html > page.md

      FORMATS:
        tree      for people; the one that is coloured
        json      one object a line for each document, sections nested
        markdown  the whole text with its headings
        opml      for outliners and mind maps

      Each line of the tree holds the line number in the page, the marker and heading of a section (or the beginning of its text), \
      and what the section is for.
      """)

  @Option(help: "When to colour: auto (on a terminal, unless NO_COLOR is set), always, never.")
  var color = ColorChoice.auto

  @Option(help: "What to write: tree, json, markdown, opml.")
  var format = OutlineFormat.tree

  @OptionGroup var inputs: Inputs

  func run() throws {
    switch format {
    case .tree: try writeTrees()
    case .json:
      try inputs.forEachDocument { document, _, output in
        OutlineJSON(document).append(to: &output)
        output.append(UInt8(ascii: "\n"))
      }
    case .markdown:
      var isFirst = true
      try inputs.forEachDocument { document, _, output in
        output += Array(((isFirst ? "" : "\n---\n\n") + OutlineMarkdown(document).text).utf8)
        isFirst = false
      }
    case .opml:
      try inputs.forEachDocument(head: OutlineOPML.head, tail: OutlineOPML.tail) { document, _, output in
        output += Array(OutlineOPML(document).text.utf8)
      }
    }
  }

  private func writeTrees() throws {
    let isColored = color.isColored
    var isFirstPage = true
    try inputs.forEachDocument { document, isFirstOfPage, output in
      if isFirstOfPage {
        output += Array("\(isFirstPage ? "" : "\n")\(OutlineTree.printable(document.source.uri))\n".utf8)
        isFirstPage = false
      }
      output += Array(OutlineTree(document, isColored: isColored).text.utf8)
    }
  }
}
