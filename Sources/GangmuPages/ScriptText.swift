import HanText

/// Finds the article of a page that has none until its script has run: in the data that the script holds.
///
/// Pages of applications come as an empty shell and a string, `{"content": "<p>…"}`, in JSON or JavaScript. Of all strings
/// the one with the most running text counts; where the paragraphs are strings of their own, those under the same key.
struct ScriptText {
  /// Text or HTML.
  private(set) var content: [UInt8]
  /// How many Han characters it has.
  private(set) var score: Int
  /// The line of the page on which its script begins, from 1.
  private(set) var line: Int

  /// The fewest Han characters of an article.
  private static let shortest = 60

  /// Looks through the scripts of a page; nil where none holds an article.
  init?(in html: [UInt8]) {
    var best: ScriptText?
    var start = 0
    html.withUnsafeBufferPointer { bytes in
      var scripts = Scripts(bytes: bytes)
      while let script = scripts.next() {
        guard let found = ScriptText(script: bytes[script]), found.score > best?.score ?? Self.shortest - 1 else {
          continue
        }
        best = found
        start = script.lowerBound
      }
      best?.line = 1 + bytes[..<start].count { $0 == UInt8(ascii: "\n") }
    }
    guard let best else { return nil }
    self = best
  }

  private init?(script: Slice<UnsafeBufferPointer<UInt8>>) {
    var literals = ScriptLiterals(script).found
    // JSON within a string of JSON.
    if let longest = literals.max(by: { $0.score < $1.score }),
      let first = longest.value.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    {
      literals = longest.value.withUnsafeBufferPointer { ScriptLiterals($0[...]).found }
    }
    guard let longest = literals.max(by: { $0.score < $1.score }) else { return nil }
    let series = literals.filter { $0.key == longest.key }
    let total = series.reduce(0) { $0 + $1.score }
    line = 1
    if series.count > 2, total > longest.score * 2, !longest.value.contains(UInt8(ascii: "<")) {
      content = Array(series.map(\.value).joined(separator: [UInt8(ascii: "\n")]))
      score = total
    } else {
      content = longest.value
      score = longest.score
    }
    content = Self.withoutEscapes(content)
  }

  /// The content as HTML.
  var html: [UInt8] {
    if case .html = PageFormat(sniffing: content) { return content }
    var html: [UInt8] = []
    html.reserveCapacity(content.count + content.count / 8)
    for line in content.split(separator: UInt8(ascii: "\n")) {
      html += Array("<p>".utf8)
      for byte in line { html += byte == UInt8(ascii: "<") ? Array("&lt;".utf8) : [byte] }
    }
    return html
  }

  /// HTML that was escaped as a whole, `&lt;p&gt;`, as HTML.
  private static func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard ["&lt;p", "&lt;div", "&lt;br", "&lt;span"].contains(where: text.contains) else { return bytes }
    return Array(
      text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&amp;", with: "&").utf8)
  }
}

/// The contents of the `script` elements of a page, one after the other.
private struct Scripts {
  let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func next() -> Range<Int>? {
    guard let open = find("<script"), let start = bytes[open...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    offset = start + 1
    let end = find("</script") ?? bytes.count
    offset = end
    return start + 1..<end
  }

  /// Where a tag stands next.
  private mutating func find(_ tag: StaticString) -> Int? {
    while let place = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = place + 1
      let rest = bytes[place...].prefix(tag.utf8CodeUnitCount)
      if rest.count == tag.utf8CodeUnitCount,
        zip(rest, 0...).allSatisfy({ $0 == tag.utf8Start[$1] || $0 | 0x20 == tag.utf8Start[$1] })
      {
        return place
      }
    }
    return nil
  }
}
