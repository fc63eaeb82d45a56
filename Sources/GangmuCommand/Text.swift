import ArgumentParser
import Gangmu
import GangmuPages

/// `gangmu text`: the cleaned text of pages.
struct Text: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the cleaned text of each document of each page, one paragraph a line.",
    discussion: """
      EXAMPLES:
        gangmu text page.html
        gangmu text --body page.html > article.txt
        gangmu text pages/ | grep 活動主題

      Navigation, related links, comments and the like are left out; `gangmu inspect` shows what and why. An empty line \
      parts documents.
      """)

  @Flag(help: "Only the body of each page's article: without its title, and not parted into documents.")
  var body = false

  @Flag(help: "All text of each page as it was read: nothing set aside, nothing repaired.")
  var raw = false

  @OptionGroup var inputs: Inputs

  func run() throws {
    var isFirst = true
    func part(_ output: inout [UInt8]) {
      if !isFirst { output.append(UInt8(ascii: "\n")) }
      isFirst = false
    }
    if raw {
      try inputs.forEachPage { _, page, output in
        part(&output)
        output += page.raw.utf8
        output.append(UInt8(ascii: "\n"))
      }
    } else if body {
      try inputs.forEachPage { _, page, output in
        part(&output)
        for block in page.body {
          output += page.content.text.utf8[page.content.text.utf8Range(block.span)]
          output.append(UInt8(ascii: "\n"))
        }
      }
    } else {
      try inputs.forEachDocument { document, _, output in
        part(&output)
        output += document.outline.text.utf8
        if output.last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
      }
    }
  }
}
