/// The trie behind a table of phrases: a phrase given in any script or width is found in every script and width.
///
/// All its edges lie in one hash table, so that a step of a walk is one look into memory. The first step, which fails nearly
/// everywhere, has a hash table of its own, small enough to stay in the first cache beside those of the other tables, and
/// before that a gate of bits that lets few other units pass, so that the processor foresees the failure.
public struct PhraseTrie: Sendable {
  /// The phrase that ends at each node, or -1; node 0 is the root.
  private let phrases: [Int32]
  /// The edges to all nodes but the children of the root.
  private let edges: TrieEdges
  /// The children of the root in an open-addressing hash table, a power of two long and at most a quarter full: the unit in
  /// the upper half, the node in the lower one, 0 where empty. Behind it stands the gate, a quarter as long: of at least 32
  /// bits for each child those that the lower bits of the children's units name.
  @usableFromInline let roots: [UInt32]
  /// For each child of the root the units that go on from it, as bits named by their lower six; all bits where a phrase ends
  /// at it.
  @usableFromInline let seconds: [UInt64]
  /// How far a hash is shifted to give a place in `roots`.
  @usableFromInline let shift: UInt32
  /// The last place of the hash table.
  @usableFromInline let last: Int

  /// Makes a trie. Where a phrase is given twice, the first one counts; an empty one is never found.
  ///
  /// - Parameter isReversed: Whether the phrases are read from their ends.
  public init(_ phrases: [String], isReversed: Bool = false) {
    let sorted = SortedPhrases(phrases, isReversed: isReversed)
    let nodes = Self.nodes(of: sorted)
    self.phrases = nodes.map(\.phrase)
    let children = 1..<nodes.count
    let split = min(children.first { nodes[$0].parent != 0 } ?? nodes.count, 0x10000)
    (roots, shift, last) = Self.roots(of: nodes, 1..<split)
    edges = TrieEdges(of: nodes, split..<nodes.count)
    var seconds = nodes[..<split].map { $0.phrase >= 0 ? UInt64.max : 0 }
    for node in nodes[split...] where node.parent < split {
      seconds[Int(node.parent)] |= 1 &<< UInt64(node.unit.rawValue)
    }
    self.seconds = seconds
  }

  /// A node while the trie is made.
  struct Node {
    /// The node that it stands under.
    let parent: Int32
    /// The unit that leads to it.
    let unit: FoldUnit
    /// The index of the phrase that ends at it, or -1.
    var phrase: Int32
  }

  /// The nodes, level by level. Each stands for the phrases that begin with its units, a run of those sorted.
  private static func nodes(of phrases: SortedPhrases) -> [Node] {
    var nodes = [Node(parent: 0, unit: "\0", phrase: -1)]
    nodes.reserveCapacity(phrases.unitCount + 1)
    var runs = [0..<phrases.count]
    runs.reserveCapacity(phrases.unitCount + 1)
    var depth = 0
    var end = 1
    var node = 0
    while node < nodes.count {
      if node == end {
        depth += 1
        end = nodes.count
      }
      var next = runs[node].lowerBound
      let limit = runs[node].upperBound
      // What ends here sorts before what goes on.
      while next < limit, phrases.length(next) == depth {
        if nodes[node].phrase < 0, depth > 0 { nodes[node].phrase = phrases.index(next) }
        next += 1
      }
      while next < limit, nodes.count < TrieEdges.mostNodes {
        let unit = phrases.unit(next, depth)
        let first = next
        while next < limit, phrases.unit(next, depth) == unit { next += 1 }
        nodes.append(Node(parent: Int32(truncatingIfNeeded: node), unit: unit, phrase: -1))
        runs.append(first..<next)
      }
      node += 1
    }
    return nodes
  }

  private static func roots(of nodes: [Node], _ children: Range<Int>) -> (table: [UInt32], shift: UInt32, last: Int) {
    var bits: UInt32 = 4
    while 1 << bits < children.count * 4 { bits += 1 }
    let last = 1 << Int(bits) - 1
    var table = [UInt32](repeating: 0, count: last + 1 + (last + 1) / 4)
    for child in children {
      let unit = nodes[child].unit
      var slot = slot(of: unit, shift: 32 - bits)
      while table[slot] != 0 { slot = (slot + 1) & last }
      table[slot] = UInt32(unit.rawValue) << 16 | UInt32(truncatingIfNeeded: child)
      table[gate(of: unit, last: last)] |= 1 << UInt32(unit.rawValue & 31)
    }
    return (table, 32 - bits, last)
  }

  @inlinable @inline(__always)
  static func slot(of unit: FoldUnit, shift: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt32(unit.rawValue) &* 0x9E37_79B1) &>> shift)
  }

  /// The place in `roots` that holds the bit of a unit in the gate.
  @inlinable @inline(__always)
  static func gate(of unit: FoldUnit, last: Int) -> Int {
    last &+ 1 &+ Int(unit.rawValue >> 5) & last >> 2
  }

  /// The node that a phrase's first unit leads to, or 0.
  @inlinable @inline(__always)
  static func root(_ unit: FoldUnit, _ roots: UnsafeBufferPointer<UInt32>, shift: UInt32, last: Int) -> Int {
    guard roots[gate(of: unit, last: last)] & 1 &<< UInt32(unit.rawValue & 31) != 0 else { return 0 }
    var slot = slot(of: unit, shift: shift)
    while true {
      let entry = roots[slot]
      if entry == 0 { return 0 }
      if entry >> 16 == UInt32(unit.rawValue) { return Int(entry & 0xFFFF) }
      slot = (slot + 1) & last
    }
  }

  /// The node that a phrase's first unit leads to, or 0.
  @inlinable @inline(__always)
  func root(_ unit: FoldUnit) -> Int {
    roots.withUnsafeBufferPointer { Self.root(unit, $0, shift: shift, last: last) }
  }

  /// Whether a phrase may go on with a unit from the node that its first unit led to, or is at its end. Some other units pass.
  @inlinable @inline(__always)
  func mayGoOn(from root: Int, with second: FoldUnit) -> Bool {
    seconds[root] &>> UInt64(second.rawValue) & 1 != 0
  }

  /// Whether some phrase begins with a unit; ends with it, where the phrases are read from their ends.
  @inlinable @inline(__always)
  public func canStart(with unit: FoldUnit) -> Bool { root(unit) != 0 }

  /// The longest phrase that starts at an offset and ends at or before `limit`: its index and its end.
  @inlinable @inline(__always)
  public func longest(in text: FoldedText, at offset: Int, limit: Int) -> (phrase: Int, end: Int)? {
    guard offset < limit, case let root = root(text[offset]), root != 0 else { return nil }
    if offset + 1 < limit, offset + 1 < text.count, !mayGoOn(from: root, with: text[offset + 1]) { return nil }
    return longest(in: text, at: offset, limit: limit, from: root)
  }

  /// The longest phrase that starts at an offset, where the unit there leads to a node, 0 if to none.
  @usableFromInline
  func longest(in text: FoldedText, at offset: Int, limit: Int, from root: Int) -> (phrase: Int, end: Int)? {
    guard root != 0 else { return nil }
    return text.units.withUnsafeBufferPointer { units in
      let limit = min(limit, units.count)
      var end = offset + 1
      var best = phrases[root] >= 0 ? (node: root, end: end) : (node: 0, end: 0)
      edges.withTable { table in
        var step = TrieEdges.Step(node: root)
        while end < limit {
          step = table.step(from: step.node, by: units[end])
          guard step.node != 0 else { break }
          end += 1
          if step.endsPhrase { best = (step.node, end) }
        }
      }
      return best.node == 0 ? nil : (Int(phrases[best.node]), best.end)
    }
  }

  /// The longest phrase, of phrases read from their ends, that ends at `end` and starts at or after `lower`: its index and its
  /// start. With `skippingSpaces`, spaces inside the phrase do not matter (`电 话`, `主　任`).
  @inlinable @inline(__always)
  public func longest(
    in text: FoldedText, endingAt end: Int, lower: Int, skippingSpaces: Bool = false
  ) -> (phrase: Int, start: Int)? {
    guard end > lower, end > 0, case let root = root(text[end - 1]), root != 0 else { return nil }
    if end - 1 > lower, end > 1, case let second = text[end - 2], !mayGoOn(from: root, with: second),
      !skippingSpaces || second != " "
    {
      return nil
    }
    return longest(in: text, endingAt: end, lower: lower, from: root, skippingSpaces: skippingSpaces)
  }

  /// The same, where the unit before `end` leads to a node, 0 if to none.
  @usableFromInline
  func longest(
    in text: FoldedText, endingAt end: Int, lower: Int, from root: Int, skippingSpaces: Bool
  ) -> (phrase: Int, start: Int)? {
    guard root != 0 else { return nil }
    return text.units.withUnsafeBufferPointer { units in
      let lower = max(lower, 0)
      var start = end - 1
      var best = phrases[root] >= 0 ? (node: root, start: start) : (node: 0, start: 0)
      edges.withTable { table in
        var step = TrieEdges.Step(node: root)
        while true {
          if skippingSpaces { while start > lower, units[start - 1] == " " { start -= 1 } }
          guard start > lower else { break }
          step = table.step(from: step.node, by: units[start - 1])
          guard step.node != 0 else { break }
          start -= 1
          if step.endsPhrase { best = (step.node, start) }
        }
      }
      return best.node == 0 ? nil : (Int(phrases[best.node]), best.start)
    }
  }

  /// The first place in a span where a phrase may begin, by its first two units, or the span's end.
  public func firstStart(in text: FoldedText, within span: Range<Int>) -> Int {
    text.units.withUnsafeBufferPointer { units in
      roots.withUnsafeBufferPointer { roots in
        let end = min(span.upperBound, units.count)
        var offset = max(span.lowerBound, 0)
        while offset < end {
          let root = Self.root(units[offset], roots, shift: shift, last: last)
          if root != 0, offset + 1 >= units.count || mayGoOn(from: root, with: units[offset + 1]) { return offset }
          offset &+= 1
        }
        return span.upperBound
      }
    }
  }
}
