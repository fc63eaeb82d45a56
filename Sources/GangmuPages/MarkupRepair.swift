/// Takes out of an HTML page what is no text, or what libxml2 reads in another way than the HTML standard, before it sees it.
///
/// - Word's `<![if !supportLists]>` and other declarations that are none: the standard skips them (13.2.5.42), libxml2
///   takes them for text. Of `<![CDATA[…]]>` the marks alone go: what it holds was meant as text.
/// - Comments, of which `<!-->` and `<!--->` are whole ones that libxml2 reads on to the end of the next; and what stands in
///   `script` and `style`. None of it is text, it is the half of many pages, and libxml2 takes it character by character.
/// - `</` before what is no name: skipped to its `>`.
/// - Attributes beyond `maximumAttributes` in one tag. libxml2 compares each with all before it, so that one tag of a
///   million attributes would hold it up for hours.
///
/// Line ends stay, so lines count as before.
enum MarkupRepair {
  /// The attributes of a tag that are kept; no real tag has more.
  static let maximumAttributes = 128

  /// The page without them.
  static func repairing(_ html: [UInt8]) -> [UInt8] {
    let removals = html.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes: bytes)
      return scanner.removals()
    }
    guard !removals.isEmpty else { return html }
    var repaired: [UInt8] = []
    repaired.reserveCapacity(html.count)
    var end = 0
    for var removal in removals where removal.upperBound > end {
      removal = removal.clamped(to: end..<html.count)
      repaired.append(contentsOf: html[end..<removal.lowerBound])
      repaired.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: lineEnds(in: html[removal])))
      end = removal.upperBound
    }
    repaired.append(contentsOf: html[end...])
    return repaired
  }

  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes where byte == UInt8(ascii: "\n") { count += 1 }
    }
    return count
  }
}
