import ArgumentParser
import Gangmu
import GangmuPages

/// `gangmu inspect`: how a page was read.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how each page was read: what was kept, what was set aside and why.",
    discussion: """
      EXAMPLES:
        gangmu inspect page.html
        gangmu inspect --color always page.html | less -R

      Each line holds the line number in the page, then the text: `T` marks the article's title, a space what was kept, \
      and `-` what was set aside, with the rule that did so.
      """)

  @Option(help: "When to colour: auto (on a terminal, unless NO_COLOR is set), always, never.")
  var color = ColorChoice.auto

  @OptionGroup var inputs: Inputs

  func run() throws {
    let isColored = color.isColored
    var isFirst = true
    try inputs.forEachPage { input, page, output in
      if !isFirst { output.append(UInt8(ascii: "\n")) }
      isFirst = false
      output += Array(PageReport(input, page, isColored: isColored).text.utf8)
    }
  }
}
