/// Takes out of an HTML page what is no text, or what libxml2 reads in another way than the HTML standard, before it sees it.
///
/// - Word's `<![if !supportLists]>` and other declarations that are none: the standard skips them (13.2.5.42), libxml2
///   takes them for text. Of `<![CDATA[…]]>` the marks alone go: what it holds was meant as text.
/// - Comments, of which `<!-->` and `<!--->` are whole ones that libxml2 reads on to the end of the next; and what stands in
///   `script` and `style`. None of it is text, it is the half of many pages, and libxml2 takes it character by character.
/// - `</` before what is no name: skipped to its `>`.
/// - Attributes beyond `maximumAttributes` in one tag. libxml2 compares each with all before it, so that one tag of a
///   million attributes would hold it up for hours.
/// - Attributes that nobody reads, where the markup is plain: for each libxml2 looks up a name and copies a value.
///
/// Line ends stay, so lines count as before.
enum MarkupRepair {
  /// The attributes of a tag that are kept; no real tag has more.
  static let maximumAttributes = 128

  /// The page without them, as the skeleton that libxml2 is to read.
  static func repairing(_ html: [UInt8], _ traits: MarkupTraits) -> MarkupSkeleton {
    let skeleton = repairing(html, in: MarkupSkeleton(of: html, traits))
    guard skeleton.refersToMarks else { return skeleton }
    return repairing(html, in: MarkupSkeleton(of: html, traits, mayHaveMarks: false))
  }

  private static func repairing(_ html: [UInt8], in skeleton: MarkupSkeleton) -> MarkupSkeleton {
    var skeleton = skeleton
    html.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes: bytes, dropsAttributes: skeleton.hasMarks)
      var end = 0
      for var removal in scanner.removals() where removal.upperBound > end {
        removal = removal.clamped(to: end..<bytes.count)
        skeleton.append(end..<removal.lowerBound, of: bytes)
        skeleton.appendLineEnds(in: removal, of: bytes)
        end = removal.upperBound
      }
      let content = max(end, scanner.unendedContent)
      skeleton.append(end..<content, of: bytes)
      skeleton.appendAsIs(content..<bytes.count, of: bytes)
    }
    return skeleton
  }
}
