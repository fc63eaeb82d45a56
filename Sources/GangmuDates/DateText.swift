import HanText

/// A text as the readers of this module see it: fold units without end, `\n` standing before the first and after the last.
///
/// Each reader is an extension in a file of its own. A reader takes the offset to read at and gives back what it read
/// with the offset after it, or nil; it looks ahead a bounded number of units, so a page costs time linear in its size.
struct DateText {
  let text: FoldedText
  let units: [FoldUnit]
  /// What every unit is to the scan, whose stops depend on whether a reference date is given.
  let kinds: DateUnits
  private let era: RepublicEra
  /// The day against which 明天 is resolved, or nil.
  let reference: CivilDay?

  init(_ text: FoldedText, reference: CivilDay? = nil) {
    self.text = text
    self.reference = reference
    units = text.units
    kinds = reference == nil ? .plain : .relative
    era = RepublicEra(text.units)
  }

  /// Whether the page counts its years from 1912, so that 99年9月 is 2010.
  var countsFromRepublic: Bool { era.isUsed }

  /// The unit at any offset.
  @inline(__always)
  subscript(offset: Int) -> FoldUnit {
    offset >= 0 && offset < units.count ? units[offset] : "\n"
  }

  /// What the unit at an offset may open.
  @inline(__always)
  func anchor(at offset: Int) -> DateAnchor {
    kinds.anchor(of: self[offset])
  }

  /// The offset after at most three spaces: pages set 2016 年 9 月 with one, forms with two.
  func skippingSpaces(at offset: Int) -> Int {
    var end = offset
    while end < offset + 3, self[end] == " " { end += 1 }
    return end
  }

  /// The longest phrase of a table at an offset.
  func match<Payload>(_ table: PhraseTable<Payload>, at offset: Int) -> (payload: Payload, end: Int)? {
    guard offset >= 0,
      let match = table.longestMatch(in: text, at: offset, limit: min(offset + 12, units.count))
    else { return nil }
    return (match.payload, match.span.upperBound)
  }
}
