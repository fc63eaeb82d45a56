import GangmuFields
import GangmuOutline
import HanText

/// The outlines of documents as OPML 2.0, which outliners and mind-map programs read.
///
/// Each `outline` has the marker and heading (or the whole text of an item without one) as `text`, what stands under the
/// heading as `_note`, and the section's role as `_role`.
public struct OutlineOPML: Sendable {
  /// What stands before the documents of a file.
  public static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <opml version="2.0">
      <head>
        <title>gangmu outline</title>
      </head>
      <body>

    """

  /// What stands behind the documents of a file.
  public static let tail = """
      </body>
    </opml>

    """

  private let document: ParsedDocument

  /// Makes the OPML form of a document.
  public init(_ document: ParsedDocument) {
    self.document = document
  }

  /// The document's `outline` element, with its line end.
  public var text: String {
    let outline = document.outline
    let text = outline.text
    let title = outline.title.map { text.string($0) } ?? document.source.uri
    var body = "    <outline text=\"\(Self.escaped(title))\" _role=\"\(document.fields.kind.rawValue)\">\n"
    var open: [Int] = []
    for (section, role) in zip(outline.sections, document.fields.sectionRoles) {
      Self.close(&open, downTo: section.level, in: &body)
      let words = section.heading ?? section.body ?? section.marker.upperBound..<section.marker.upperBound
      let note = section.heading == nil ? nil : section.body
      body += Self.indent(open.count)
      body += "<outline text=\"\(Self.escaped(text.string(section.marker) + text.string(words)))\""
      body += " _role=\"\(role.rawValue)\""
      if let note { body += " _note=\"\(Self.escaped(text.string(note)))\"" }
      body += ">\n"
      open.append(section.level)
    }
    Self.close(&open, downTo: 0, in: &body)
    return body + "    </outline>\n"
  }

  private static func close(_ open: inout [Int], downTo level: Int, in body: inout String) {
    while let last = open.last, last >= level {
      open.removeLast()
      body += indent(open.count) + "</outline>\n"
    }
  }

  private static func indent(_ depth: Int) -> String {
    String(repeating: "  ", count: 3 + depth)
  }

  /// Text as the value of an attribute; characters that XML 1.0 cannot hold become U+FFFD.
  private static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\t": escaped += "&#9;"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
