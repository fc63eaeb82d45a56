/// What an element of HTML means for the blocks of its page.
enum HTMLElement: Hashable, Sendable {
  /// Its text runs on in the line around it. So does that of any element not listed, such as Word's `o:p`.
  case inline
  /// `a`: inline, and what it holds is a link.
  case link
  /// It begins and ends a line.
  case block
  /// `br`: ends a line.
  case lineBreak
  case heading(level: Int)
  case listItem
  case table
  case tableRow
  case tableCell
  /// `pre`: its white space stands for itself.
  case preformatted
  /// `title`: the page's own.
  case title
  /// Its content is no text of the page, or is not shown: scripts, form choices, readings over characters.
  case omitted

  /// The element of a name in lower case.
  init(named name: UnsafeBufferPointer<UInt8>) {
    self = HTMLElement.byName[PackedName(name)] ?? .inline
  }

  /// Whether its text runs on in the line around it.
  var isInline: Bool { self == .inline || self == .link }

  /// Whether blocks may stand in it.
  var holdsBlocks: Bool {
    switch self {
    case .inline, .link, .lineBreak, .title, .omitted: false
    default: true
    }
  }

  /// What an element's name alone says.
  struct Facts {
    var element: HTMLElement
    var hint: ElementHint
    var isMeta: Bool

    /// Reads a name in lower case.
    init(named name: UnsafeBufferPointer<UInt8>) {
      element = HTMLElement(named: name)
      hint = ElementHint(tag: name)
      isMeta = name.elementsEqual("meta".utf8)
    }
  }

  private static let byName: [PackedName: HTMLElement] = {
    var table: [PackedName: HTMLElement] = [:]
    for (element, names) in names {
      for name in names.split(separator: " ") {
        table[Array(name.utf8).withUnsafeBufferPointer { PackedName($0) }] = element
      }
    }
    return table
  }()

  private static let names: [(HTMLElement, String)] = [
    (
      .block,
      """
      address article aside blockquote body caption center details dialog dir div dl fieldset figcaption figure footer \
      form frameset header hgroup hr html legend main menu nav noframes ol optgroup p search section summary tbody tfoot \
      thead ul
      """
    ),
    (.link, "a"),
    (.lineBreak, "br"),
    (.heading(level: 1), "h1"), (.heading(level: 2), "h2"), (.heading(level: 3), "h3"),
    (.heading(level: 4), "h4"), (.heading(level: 5), "h5"), (.heading(level: 6), "h6"),
    (.listItem, "li dt dd"),
    (.table, "table"),
    (.tableRow, "tr"),
    (.tableCell, "td th"),
    (.preformatted, "pre listing plaintext textarea xmp"),
    (.title, "title"),
    (.omitted, "audio canvas datalist iframe math noscript object rp rt rtc script select style svg template video"),
  ]
}

/// An element's name of up to 16 bytes as a number. No known name is longer; the end of a longer one is cut.
private struct PackedName: Hashable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  init(_ name: UnsafeBufferPointer<UInt8>) {
    for (index, byte) in name.prefix(16).enumerated() {
      if index < 8 {
        low |= UInt64(byte) << (index * 8)
      } else {
        high |= UInt64(byte) << (index * 8 - 64)
      }
    }
  }
}
