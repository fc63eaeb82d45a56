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

  private let payloads: [Payload?]
  private let roots: UnitSet
  /// The edges of the trie of reversed phrases in an open-addressing hash table, a power of two long and at most half full:
  /// key `node << 16 | unit`, 0 where empty. Node 0 is the root, and no unit of a phrase is U+0000, so no key is 0.
  private let edges: [(key: UInt64, node: Int32)]

  /// Makes a table. Where a phrase is given twice, the first payload counts.
  init(_ phrases: some Sequence<(String, Payload)>) {
    var payloads: [Payload?] = [nil]
    var roots = UnitSet()
    var trie: [UInt64: Int32] = [:]
    for (phrase, payload) in phrases {
      let units = FoldUnit.fold(phrase)
      guard let last = units.last else { continue }
      roots.insert(last)
      var node: Int32 = 0
      for unit in units.reversed() {
        let key = Self.key(node, unit)
        if let next = trie[key] {
          node = next
        } else {
          node = Int32(payloads.count)
          payloads.append(nil)
          trie[key] = node
        }
      }
      if payloads[Int(node)] == nil { payloads[Int(node)] = payload }
    }
    self.payloads = payloads
    self.roots = roots
    edges = Self.edges(of: trie)
  }

  private static func edges(of trie: [UInt64: Int32]) -> [(key: UInt64, node: Int32)] {
    var capacity = 8
    while capacity < trie.count * 2 { capacity *= 2 }
    var edges = [(key: UInt64, node: Int32)](repeating: (0, 0), count: capacity)
    for (key, node) in trie {
      var slot = slot(of: key, in: capacity)
      while edges[slot].key != 0 { slot = (slot + 1) & (capacity - 1) }
      edges[slot] = (key, node)
    }
    return edges
  }

  private static func key(_ node: Int32, _ unit: FoldUnit) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit.rawValue)
  }

  private static func slot(of key: UInt64, in capacity: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (capacity - 1)
  }

  private func next(_ node: Int32, _ unit: FoldUnit) -> Int32? {
    let key = Self.key(node, unit)
    var slot = Self.slot(of: key, in: edges.count)
    while edges[slot].key != key {
      if edges[slot].key == 0 { return nil }
      slot = (slot + 1) & (edges.count - 1)
    }
    return edges[slot].node
  }

  /// Whether some phrase ends with this unit.
  @inline(__always)
  func canEnd(with unit: FoldUnit) -> Bool { roots.contains(unit) }

  /// The longest phrase that ends at `end` and starts at or after `lower`. With `skippingSpaces`, spaces inside the phrase
  /// do not matter (`电 话`, `主　任`).
  func longestMatch(in text: FoldedText, endingAt end: Int, lower: Int, skippingSpaces: Bool = false) -> Match? {
    guard end > lower, roots.contains(text[end - 1]) else { return nil }
    var node: Int32 = 0
    var start = end
    var best: (start: Int, node: Int32)?
    while start > lower {
      let unit = text[start - 1]
      if skippingSpaces, unit == " ", start < end {
        start -= 1
        continue
      }
      guard let next = next(node, unit) else { break }
      node = next
      start -= 1
      if payloads[Int(node)] != nil { best = (start, node) }
    }
    guard let best, let payload = payloads[Int(best.node)] else { return nil }
    return Match(span: best.start..<end, payload: payload)
  }
}

extension SuffixTable where Payload == Bool {
  /// A table of phrases without payloads.
  init(_ phrases: some Sequence<String>) {
    self.init(phrases.map { ($0, true) })
  }
}
