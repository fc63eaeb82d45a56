/// The trie behind a table of phrases: a phrase given in any script or width is found in every script and width.
///
/// Its nodes lie in one array, level by level, the children of a node side by side in the order of their units: nearly every
/// node has one child, so a step of a walk is a comparison. The first step, which fails nearly everywhere, has a hash table
/// of its own, small enough to stay in the first cache beside those of the other tables, and before that a gate of bits that
/// lets few other units pass, so that the processor foresees the failure.
public struct PhraseTrie: Sendable {
  /// A node: the unit that leads to it, its first child, and the phrase that ends at it.
  private struct Node: Sendable {
    let unit: FoldUnit
    /// Its children are the nodes from this one up to the first child of the node after it.
    var firstChild: Int32
    /// The index of a phrase, or -1.
    var phrase: Int32
  }

  /// The nodes; 0 is the root, and the last one is there only to end the children of the one before.
  private let nodes: [Node]
  /// The children of the root in an open-addressing hash table, a power of two long and at most a quarter full: the unit in
  /// the upper half, the node in the lower one, 0 where empty. Behind it stands the gate, a quarter as long: of at least 32
  /// bits for each child those that the lower bits of the children's units name.
  @usableFromInline let roots: [UInt32]
  /// How far a hash is shifted to give a place in `roots`.
  @usableFromInline let shift: UInt32
  /// The last place of the hash table.
  @usableFromInline let last: Int

  /// Makes a trie. Where a phrase is given twice, the first one counts; an empty one is never found.
  ///
  /// - Parameter isReversed: Whether the phrases are read from their ends.
  public init(_ phrases: [String], isReversed: Bool = false) {
    let sorted = SortedPhrases(phrases, isReversed: isReversed)
    nodes = Self.nodes(of: sorted)
    (roots, shift, last) = Self.roots(of: nodes)
  }

  /// Each node stands for the phrases that begin with its units, a run of those sorted.
  private static func nodes(of phrases: SortedPhrases) -> [Node] {
    var nodes = [Node(unit: "\0", firstChild: 0, phrase: -1)]
    nodes.reserveCapacity(phrases.unitCount + 2)
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
      nodes[node].firstChild = Int32(truncatingIfNeeded: nodes.count)
      var next = runs[node].lowerBound
      let limit = runs[node].upperBound
      // What ends here sorts before what goes on.
      while next < limit, phrases.length(next) == depth {
        if nodes[node].phrase < 0, depth > 0 { nodes[node].phrase = phrases.index(next) }
        next += 1
      }
      while next < limit {
        let unit = phrases.unit(next, depth)
        let first = next
        while next < limit, phrases.unit(next, depth) == unit { next += 1 }
        nodes.append(Node(unit: unit, firstChild: 0, phrase: -1))
        runs.append(first..<next)
      }
      node += 1
    }
    nodes.append(Node(unit: "\0", firstChild: Int32(truncatingIfNeeded: nodes.count), phrase: -1))
    return nodes
  }

  private static func roots(of nodes: [Node]) -> (table: [UInt32], shift: UInt32, last: Int) {
    let children = nodes.count > 2 ? 1..<min(Int(nodes[1].firstChild), 0x10000) : 1..<1
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

  /// Whether some phrase begins with a unit; ends with it, where the phrases are read from their ends.
  @inlinable @inline(__always)
  public func canStart(with unit: FoldUnit) -> Bool { root(unit) != 0 }

  /// The child of a node that a unit leads to, or 0.
  @inline(__always)
  private static func child(of node: Int, _ unit: FoldUnit, in nodes: UnsafeBufferPointer<Node>) -> Int {
    var low = Int(nodes[node].firstChild)
    var high = Int(nodes[node + 1].firstChild)
    while high - low > 4 {
      let middle = (low + high) / 2
      if nodes[middle].unit <= unit { low = middle } else { high = middle }
    }
    while low < high {
      if nodes[low].unit == unit { return low }
      low += 1
    }
    return 0
  }

  /// The longest phrase that starts at an offset and ends at or before `limit`: its index and its end.
  public func longest(in text: FoldedText, at offset: Int, limit: Int) -> (phrase: Int, end: Int)? {
    guard offset >= 0, offset < min(limit, text.count) else { return nil }
    return longest(in: text, at: offset, limit: limit, from: root(text[offset]))
  }

  /// The longest phrase that starts at an offset, where the unit there leads to a node, 0 if to none.
  @usableFromInline
  func longest(in text: FoldedText, at offset: Int, limit: Int, from root: Int) -> (phrase: Int, end: Int)? {
    text.units.withUnsafeBufferPointer { units in
      let limit = min(limit, units.count)
      return nodes.withUnsafeBufferPointer { nodes in
        var node = root
        var end = offset
        var best: (phrase: Int, end: Int)?
        while node != 0 {
          end += 1
          if nodes[node].phrase >= 0 { best = (Int(nodes[node].phrase), end) }
          guard end < limit else { break }
          node = Self.child(of: node, units[end], in: nodes)
        }
        return best
      }
    }
  }

  /// The longest phrase, of phrases read from their ends, that ends at `end` and starts at or after `lower`: its index and its
  /// start. With `skippingSpaces`, spaces inside the phrase do not matter (`电 话`, `主　任`).
  public func longest(
    in text: FoldedText, endingAt end: Int, lower: Int, skippingSpaces: Bool = false
  ) -> (phrase: Int, start: Int)? {
    text.units.withUnsafeBufferPointer { units in
      let lower = max(lower, 0)
      guard end > lower, end <= units.count else { return nil }
      return nodes.withUnsafeBufferPointer { nodes in
        var node = root(units[end - 1])
        var start = end
        var best: (phrase: Int, start: Int)?
        while node != 0 {
          start -= 1
          if nodes[node].phrase >= 0 { best = (Int(nodes[node].phrase), start) }
          if skippingSpaces { while start > lower, units[start - 1] == " " { start -= 1 } }
          guard start > lower else { break }
          node = Self.child(of: node, units[start - 1], in: nodes)
        }
        return best
      }
    }
  }

  /// The first unit in a span with which some phrase begins, or the span's end.
  public func firstStart(in text: FoldedText, within span: Range<Int>) -> Int {
    text.units.withUnsafeBufferPointer { units in
      roots.withUnsafeBufferPointer { roots in
        for offset in span.clamped(to: 0..<units.count) {
          if Self.root(units[offset], roots, shift: shift, last: last) != 0 { return offset }
        }
        return span.upperBound
      }
    }
  }
}

/// Phrases in the order of their units, those that are alike in the order in which they were given.
private struct SortedPhrases {
  private struct Entry {
    /// The first four units, of which 0 are missing.
    var key: UInt64
    var start: Int32
    var length: Int32
    var index: Int32
  }

  private var units: [FoldUnit] = []
  private var entries: [Entry] = []

  init(_ phrases: [String], isReversed: Bool) {
    let fold = FoldTable.shared
    units.reserveCapacity(phrases.count * 4)
    entries.reserveCapacity(phrases.count)
    for phrase in phrases {
      let start = units.count
      if isReversed {
        for scalar in phrase.unicodeScalars.reversed() { units.append(fold.fold(scalar)) }
      } else {
        for scalar in phrase.unicodeScalars { units.append(fold.fold(scalar)) }
      }
      var key: UInt64 = 0
      for place in start..<start + 4 { key = key << 16 | (place < units.count ? UInt64(units[place].rawValue) : 0) }
      entries.append(
        Entry(
          key: key, start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: units.count - start),
          index: Int32(truncatingIfNeeded: entries.count)))
    }
    entries.sort { [units] in Self.isBefore($0, $1, in: units) }
  }

  private static func isBefore(_ left: Entry, _ right: Entry, in units: [FoldUnit]) -> Bool {
    if left.key != right.key { return left.key < right.key }
    for place in 4..<max(4, Int(min(left.length, right.length))) {
      let (one, other) = (units[Int(left.start) + place], units[Int(right.start) + place])
      if one != other { return one < other }
    }
    return left.length != right.length ? left.length < right.length : left.index < right.index
  }

  var count: Int { entries.count }
  var unitCount: Int { units.count }
  func length(_ place: Int) -> Int { Int(entries[place].length) }
  func index(_ place: Int) -> Int32 { entries[place].index }
  func unit(_ place: Int, _ depth: Int) -> FoldUnit { units[Int(entries[place].start) + depth] }
}
