import GangmuFields
import GangmuOutline
import HanText

/// A document's outline as an indented tree: line number of the page, marker, heading and role of each section.
///
///          1  ❶ 網路安全宣傳周活動方案1  plan
///          5    一、活動主題  theme
///         18      1、網站宣傳  activity
///
/// A section without a heading shows the beginning of its text. The role `other` is not shown.
public struct OutlineTree: Sendable {
  private let document: ParsedDocument
  private let isColored: Bool

  /// Makes the tree of a document; `isColored` adds the escape sequences of terminals.
  public init(_ document: ParsedDocument, isColored: Bool = false) {
    self.document = document
    self.isColored = isColored
  }

  /// The tree, each line with its line end.
  public var text: String {
    var lines = titleLine
    for (section, role) in zip(document.outline.sections, document.fields.sectionRoles) {
      lines += line(of: section, role: role)
    }
    return lines
  }

  private var titleLine: String {
    let outline = document.outline
    let title = outline.title.map { quote($0) } ?? "(no title)"
    let label = outline.label.map { $0 + " " } ?? ""
    return lineNumber(at: outline.title?.lowerBound ?? 0) + "  " + paint(label + title, .bold)
      + "  " + paint(document.fields.kind.rawValue, .cyan) + "\n"
  }

  private func line(of section: Section, role: SectionRole) -> String {
    let indent = String(repeating: "  ", count: 1 + min(section.level, Self.deepestIndent))
    let words = section.marker.upperBound..<(section.heading?.upperBound ?? endOfLine(after: section.marker.upperBound))
    var content = paint(quote(section.marker), .yellow)
    if section.heading != nil {
      content += quote(words)
    } else if words.count > Self.shownScalars {
      content += paint(quote(words.prefix(Self.shownScalars)) + "…", .dim)
    } else {
      content += paint(quote(words), .dim)
    }
    let role = role == .other ? "" : "  " + paint(role.rawValue, .green)
    return lineNumber(at: section.span.lowerBound) + indent + content + role + "\n"
  }

  /// How much of a text without heading is shown.
  private static let shownScalars = 24
  /// Deeper sections are not indented further, lest a hostile page of n levels give n² spaces.
  private static let deepestIndent = 40

  private func endOfLine(after offset: Int) -> Int {
    let text = document.outline.text
    // A little more than is shown suffices to tell that there is more.
    let limit = min(offset + Self.shownScalars + 1, text.count)
    return (offset..<limit).first { text[$0] == "\n" } ?? limit
  }

  private func lineNumber(at offset: Int) -> String {
    let number = document.line(at: offset).map(String.init) ?? ""
    return paint(String(repeating: " ", count: max(0, 6 - number.count)) + number, .dim)
  }

  private func quote(_ span: Range<Int>) -> String {
    Self.printable(document.outline.text.string(span))
  }

  /// Words on one line without control characters: those of a page or of a file's name must not reach the terminal.
  public static func printable(_ words: String) -> String {
    let scalars = words.unicodeScalars.map { scalar in
      scalar == "\n" || scalar == "\t" ? " " : scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  private func paint(_ text: String, _ style: Style) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
