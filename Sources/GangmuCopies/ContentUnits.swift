import HanText

/// What of a text is compared: its fold without spaces and line ends, and where its sentences end.
///
/// So copies that differ only in script, width, case, kind of dash or layout have the same content.
public struct ContentUnits: Sendable {
  /// The fold units, without spaces and line ends.
  public let units: [UInt16]
  /// The offset after the last unit of each sentence, rising. The last one is the end of the text.
  public let sentenceEnds: [Int32]

  /// The number of units.
  public var count: Int { units.count }

  /// Takes the content of a folded text, or of a part of it.
  ///
  /// A sentence ends at 。 ! ? ; and at a line end: forms and lists have no full stops.
  public init(_ text: FoldedText, span: Range<Int>? = nil) {
    let span = span ?? 0..<text.count
    var ends: [Int32] = []
    units = [UInt16](unsafeUninitializedCapacity: span.count) { output, count in
      text.units.withUnsafeBufferPointer { units in
        for unit in units[span] {
          // A space or a line end is written too, and overwritten by what comes next.
          output[count] = unit.rawValue
          switch unit {
          case " ", "\r": break
          case "\n": Self.end(at: count, &ends)
          case "。", "!", "?", ";":
            count += 1
            Self.end(at: count, &ends)
          default: count += 1
          }
        }
      }
      Self.end(at: count, &ends)
    }
    sentenceEnds = ends
  }

  private static func end(at offset: Int, _ ends: inout [Int32]) {
    if offset > Int(ends.last ?? 0) { ends.append(Int32(truncatingIfNeeded: offset)) }
  }
}
