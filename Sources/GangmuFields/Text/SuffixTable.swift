import HanText

/// A set of phrases that finds the longest one ending at a place: the mirror of `PhraseTable`.
///
/// Chinese is head-final: what an actor, a heading or a label is shows in its last words, so most rules of this target
/// look back from an end.
struct SuffixTable<Payload: Sendable>: Sendable {
  /// A phrase that was found.
  struct Match {
    let span: Range<Int>
    let payload: Payload
  }

  private var edges: [UInt64: Int32] = [:]
  private var payloads: [Payload?] = [nil]
  private var roots = UnitSet()

  /// Makes a table. Where a phrase is given twice, the first payload counts.
  init(_ phrases: some Sequence<(String, Payload)>) {
    for (phrase, payload) in phrases {
      let units = FoldUnit.fold(phrase)
      guard let last = units.last else { continue }
      roots.insert(last)
      var node: Int32 = 0
      for unit in units.reversed() {
        let edge = Self.edge(node, unit)
        if let next = edges[edge] {
          node = next
        } else {
          node = Int32(payloads.count)
          payloads.append(nil)
          edges[edge] = node
        }
      }
      if payloads[Int(node)] == nil { payloads[Int(node)] = payload }
    }
  }

  private static func edge(_ node: Int32, _ unit: FoldUnit) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit.rawValue)
  }

  /// The longest phrase that ends at `end` and starts at or after `lower`. With `skippingSpaces`, spaces inside the phrase
  /// do not matter (`电 话`, `主　任`).
  func longestMatch(in text: FoldedText, endingAt end: Int, lower: Int, skippingSpaces: Bool = false) -> Match? {
    guard end > lower, roots.contains(text[end - 1]) else { return nil }
    var node: Int32 = 0
    var start = end
    var best: Match?
    while start > lower {
      let unit = text[start - 1]
      if skippingSpaces, unit == " ", start < end {
        start -= 1
        continue
      }
      guard let next = edges[Self.edge(node, unit)] else { break }
      node = next
      start -= 1
      if let payload = payloads[Int(node)] { best = Match(span: start..<end, payload: payload) }
    }
    return best
  }
}

extension SuffixTable where Payload == Bool {
  /// A table of phrases without payloads.
  init(_ phrases: some Sequence<String>) {
    self.init(phrases.map { ($0, true) })
  }
}
