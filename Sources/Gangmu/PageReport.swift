import GangmuPages
import HanText

/// How a page was read, for people: its particulars, then each line with what became of it.
public struct PageReport: Sendable {
  private let input: PageInput
  private let page: Page
  private let isColored: Bool

  /// Makes the report of a page; `isColored` adds the escape sequences of terminals.
  public init(_ input: PageInput, _ page: Page, isColored: Bool = false) {
    self.input = input
    self.page = page
    self.isColored = isColored
  }

  /// The report, each line with its line end.
  public var text: String {
    head + body
  }

  private var head: String {
    let said = page.particulars
    var lines = ["\(shown(input.uri))  \(page.mediaType), \(page.encoding)"]
    if let title = page.title { lines.append("title      \(shown(title))") }
    if let source = said.source { lines.append("source     \(shown(source))") }
    if let published = said.published { lines.append("published  \(published)") }
    let setAside = page.noise.reduce(0) { $0 + $1.text.unicodeScalars.count }
    lines.append("kept       \(page.content.text.count) characters, set aside \(setAside)")
    let repairs = Dictionary(grouping: page.repairs, by: \.rule).sorted { $0.key < $1.key }
    lines += repairs.map { "repaired   \($0.value.count) × \($0.key)" }
    lines += page.warnings.map { "warning    \(shown($0.message)) (\($0.code))" }
    return lines.map { $0 + "\n" }.joined()
  }

  private var body: String {
    var lines = ""
    var noise = page.noise[...]
    for (index, block) in page.content.blocks.enumerated() {
      while let first = noise.first, first.offset <= block.span.lowerBound {
        lines += report(first)
        noise.removeFirst()
      }
      let isTitle = page.titleBlocks.contains(index)
      let content = shown(page.content.text.string(block.span))
      lines += "\(number(block.line)) \(isTitle ? "T" : " ") \(content)\n"
    }
    for rest in noise { lines += report(rest) }
    return lines
  }

  private func report(_ noise: PageNoise) -> String {
    let lines = noise.text.split(separator: "\n")
    let start = isColored ? "\u{1B}[2m" : ""
    let end = isColored ? "\u{1B}[0m" : ""
    return lines.enumerated().map { index, line in
      "\(start)\(number(index == 0 ? noise.line : nil)) - \(index == 0 ? "[\(noise.rule)] " : "")\(shown(line))\(end)\n"
    }.joined()
  }

  private func number(_ line: Int?) -> String {
    let digits = line.map(String.init) ?? ""
    return String(repeating: " ", count: max(0, 6 - digits.count)) + digits
  }

  /// A page's control characters must not reach the terminal.
  private func shown(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar == "\n" || scalar == "\t" ? " " : scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
