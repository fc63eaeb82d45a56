internal import CLibXML2
import Glibc

/// What the attributes of an element say.
struct AttributeFacts {
  /// Whether they hide it.
  var isHidden = false
  /// What its names tell.
  var hint: ElementHint = []
  /// A hash of its class; 0 where it has none.
  var name: UInt64 = 0
}

/// An attribute that matters.
private enum Attribute {
  case className, id, style, hidden, face, border

  /// The attribute of a name in lower case; nil for one that does not matter to an element.
  init?(named name: UnsafePointer<xmlChar>, of element: HTMLElement) {
    // The first letter tells most that do not matter.
    switch name[0] {
    case UInt8(ascii: "c") where element.holdsBlocks && Self.equal(name, "class"): self = .className
    case UInt8(ascii: "i") where element.holdsBlocks && Self.equal(name, "id"): self = .id
    case UInt8(ascii: "s") where Self.equal(name, "style"): self = .style
    case UInt8(ascii: "h") where Self.equal(name, "hidden"): self = .hidden
    case UInt8(ascii: "f") where element == .inline && Self.equal(name, "face"): self = .face
    case UInt8(ascii: "b") where element == .table && Self.equal(name, "border"): self = .border
    default: return nil
    }
  }

  private static func equal(_ name: UnsafePointer<xmlChar>, _ word: StaticString) -> Bool {
    // Both end with a zero.
    memcmp(name, word.utf8Start, min(Int(xmlStrlen(name)), word.utf8CodeUnitCount) + 1) == 0
  }
}

extension HTMLParser {
  /// Reads the attributes of an element: pairs of a name in lower case and a value, then a null.
  mutating func read(
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, of element: HTMLElement
  ) -> AttributeFacts {
    var facts = AttributeFacts()
    guard var attribute = attributes else { return facts }
    while let name = attribute[0] {
      // Of the attributes that matter, only `hidden` may have no value.
      let value = attribute[1].map(Self.bytes) ?? UnsafeBufferPointer(start: nil, count: 0)
      attribute += 2
      guard let known = Attribute(named: name, of: element) else { continue }
      if let original = skeleton.original(value) {
        original.withUnsafeBufferPointer { note(known, $0, of: element, in: &facts) }
      } else {
        note(known, value, of: element, in: &facts)
      }
    }
    return facts
  }

  private mutating func note(
    _ attribute: Attribute, _ value: UnsafeBufferPointer<UInt8>, of element: HTMLElement, in facts: inout AttributeFacts
  ) {
    switch attribute {
    case .className:
      facts.name = Self.hash(value)
      facts.hint.formUnion(hint(value, facts.name))
    case .id: facts.hint.formUnion(hint(value, Self.hash(value)))
    case .style:
      if HiddenAttribute.isHiding(style: value) { facts.isHidden = true }
      if element == .inline, SymbolFont.isNamed(in: value) { facts.hint.insert(.symbols) }
    case .hidden: if HiddenAttribute.isHiding(hidden: value) { facts.isHidden = true }
    case .face: if SymbolFont.isNamed(in: value) { facts.hint.insert(.symbols) }
    case .border: if !value.isEmpty, value[0] != UInt8(ascii: "0") { facts.hint.insert(.ruled) }
    }
  }

  /// Reads the attributes of a `meta`.
  mutating func readMeta(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard var attribute = attributes else { return }
    var key: String?
    var content: String?
    while let name = attribute[0] {
      switch String(decoding: Self.bytes(name).prefix(16), as: UTF8.self) {
      case "name", "property", "itemprop": key = metaValue(attribute[1]).lowercased()
      case "content": content = metaValue(attribute[1])
      default: break
      }
      attribute += 2
    }
    if let key, let content, ParticularsReader.names.contains(key) { reader.note(meta: key, content: content) }
  }

  private func metaValue(_ value: UnsafePointer<xmlChar>?) -> String {
    guard let bytes = value.map(Self.bytes) else { return "" }
    if let original = skeleton.original(bytes) { return String(decoding: original.prefix(200), as: UTF8.self) }
    return String(decoding: bytes.prefix(200), as: UTF8.self)
  }

  /// The hint of a class or id. A page repeats few of them often.
  private mutating func hint(_ value: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> ElementHint {
    if let known = hints[hash] { return known }
    let hint = ElementHint(name: value)
    hints[hash] = hint
    return hint
  }

  /// FNV-1a.
  private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    value.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
