/// A section while its outline is made: a value without references, so that it is changed in its place.
struct SectionDraft {
  let marker: Marker
  /// The block that its marker stands in.
  let block: Int
  /// Whether it stands inside a running paragraph.
  let isInline: Bool
  /// The section that it stands in, or nil directly under the document.
  let parent: Int?
  /// Its depth, from 1.
  let level: Int
  /// The unnumbered label line that opens its series, or nil.
  let seriesLabel: Range<Int>?
  /// Where it ends what stands before it: at its marker, at the label line that opens its series, or where the text breaks
  /// off before it.
  let fence: Int
  /// Where it ends with its children.
  var end: Int
  /// How its own line begins.
  var form = HeadingForm.none
  /// The series that its form counts for in the votes on headings.
  var votes = 0
  /// The heading words, or nil where the item is plain running text.
  var heading: Range<Int>?

  /// Where it begins.
  var start: Int { marker.span.lowerBound }
}
