import ArgumentParser
import Gangmu

/// `gangmu outline`: the outline of pages as a tree.
struct Outline: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the outline of each document of each page as a tree.",
    discussion: """
      EXAMPLES:
        gangmu outline page.html
        gangmu outline --color always page.html | less -R

      Each line holds the line number in the page, the marker and heading of a section (or the beginning of its text), \
      and what the section is for.
      """)

  @Option(help: "When to colour: auto (on a terminal, unless NO_COLOR is set), always, never.")
  var color = ColorChoice.auto

  @OptionGroup var inputs: Inputs

  func run() throws {
    let isColored = color.isColored
    var isFirstPage = true
    try inputs.forEachDocument { document, isFirstOfPage, output in
      if isFirstOfPage {
        output += Array("\(isFirstPage ? "" : "\n")\(document.source.uri)\n".utf8)
        isFirstPage = false
      }
      output += Array(OutlineTree(document, isColored: isColored).text.utf8)
    }
  }
}
