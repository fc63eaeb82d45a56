import HanText

/// Groups of phrases that are looked for together: one pass over a line tells of which groups it holds some.
struct PhraseGroups<Groups: OptionSet & Sendable>: Sendable {
  /// With each phrase its groups, and those of the phrases that it begins with.
  private let table: PhraseTable<Groups>
  /// The gate: a bit for each pair of units, by some of their bits, with which a phrase may begin. A first unit alone, of so
  /// many phrases, would let one in three places pass.
  private var gate = [UInt64](repeating: 0, count: PhraseGroups.gateSize / 64)

  private static var gateSize: Int { 1 << 14 }

  init(_ phrases: [(groups: Groups, phrases: [String])]) {
    var groups: [[FoldUnit]: Groups] = [:]
    for (group, phrases) in phrases {
      for phrase in phrases { groups[FoldUnit.fold(phrase), default: []].formUnion(group) }
    }
    table = PhraseTable(
      phrases.flatMap(\.phrases).map { phrase in
        let units = FoldUnit.fold(phrase)
        let all = units.indices.reduce(into: Groups()) { $0.formUnion(groups[Array(units[...$1])] ?? []) }
        return (phrase, all)
      })
    for phrase in groups.keys { open(for: phrase) }
  }

  private mutating func open(for phrase: [FoldUnit]) {
    guard let first = phrase.first else { return }
    // Behind a phrase of one unit any may stand.
    let seconds = phrase.count > 1 ? phrase[1].rawValue...phrase[1].rawValue : 0...(1 << 9 - 1)
    for second in seconds {
      let bit = Self.bit(first, FoldUnit(rawValue: second))
      gate[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
  }

  /// Of the second unit nine bits count.
  @inline(__always)
  private static func bit(_ first: FoldUnit, _ second: FoldUnit) -> UInt32 {
    (UInt32(first.rawValue) ^ UInt32(second.rawValue) &<< 5) & UInt32(gateSize - 1)
  }

  @inline(__always)
  private static func isOpen(_ gate: UnsafeBufferPointer<UInt64>, _ first: FoldUnit, _ second: FoldUnit) -> Bool {
    let bit = bit(first, second)
    return gate[Int(bit &>> 6)] &>> UInt64(bit & 63) & 1 != 0
  }

  /// The groups of which a phrase stands somewhere in a line.
  func found(in line: Range<Int>, of text: FoldedText) -> Groups {
    var found = Groups()
    var offset = line.lowerBound
    while case let start = firstStart(in: offset..<line.upperBound, of: text), start < line.upperBound {
      found.formUnion(opening(at: start, limit: line.upperBound, of: text))
      offset = start + 1
    }
    return found
  }

  /// The first place in a span at which a phrase may begin, or the span's end.
  @inline(never)
  private func firstStart(in span: Range<Int>, of text: FoldedText) -> Int {
    text.units.withUnsafeBufferPointer { units in
      gate.withUnsafeBufferPointer { gate in
        guard var first = span.first.map({ units[$0] }) else { return span.upperBound }
        var offset = span.lowerBound
        while offset &+ 1 < span.upperBound {
          let next = units[offset &+ 1]
          if Self.isOpen(gate, first, next) { return offset }
          offset &+= 1
          first = next
        }
        return Self.isOpen(gate, first, "\0") ? offset : span.upperBound
      }
    }
  }

  /// The groups of which a phrase stands at an offset.
  func opening(at offset: Int, limit: Int, of text: FoldedText) -> Groups {
    table.longestMatch(in: text, at: offset, limit: limit)?.payload ?? Groups()
  }
}
