/// The edges of a trie in one open-addressing hash table, a power of two long and at most half full.
///
/// An entry holds the node that an edge leaves and the unit that it is for in its upper 40 bits, the node that it leads to and
/// whether a phrase ends there in the lower 24; 0 is an empty place.
struct TrieEdges: Sendable {
  private let entries: [UInt64]
  private let shift: UInt64

  /// The most nodes that a trie can have. What its phrases hold beyond is not found.
  static let mostNodes = 1 << 23

  /// Makes the edges to some of the nodes of a trie.
  init(of nodes: [PhraseTrie.Node], _ children: Range<Int>) {
    var bits: UInt64 = 2
    while 1 << bits < children.count * 2 { bits += 1 }
    var entries = [UInt64](repeating: 0, count: 1 << Int(bits))
    for child in children {
      let key = Table.key(Int(nodes[child].parent), nodes[child].unit)
      var place = Table.place(of: key, shift: 64 - bits)
      while entries[place] != 0 { place = (place + 1) & (entries.count - 1) }
      entries[place] = key << 24 | UInt64(child) << 1 | (nodes[child].phrase >= 0 ? 1 : 0)
    }
    self.entries = entries
    shift = 64 - bits
  }

  /// Where an edge leads to.
  struct Step {
    /// The lower bits of its entry.
    fileprivate let bits: Int

    init(node: Int) { bits = node << 1 }
    fileprivate init(entry: UInt64) { bits = Int(entry & 0xFF_FFFF) }

    /// The node, 0 where there is no edge.
    @inline(__always) var node: Int { bits >> 1 }
    /// Whether a phrase ends at the node.
    @inline(__always) var endsPhrase: Bool { bits & 1 != 0 }
  }

  /// Gives the table to one who walks along several edges.
  @inline(__always)
  func withTable(_ body: (Table) -> Void) {
    entries.withUnsafeBufferPointer { body(Table(entries: $0, shift: shift)) }
  }

  /// The table while it is read.
  struct Table {
    fileprivate let entries: UnsafeBufferPointer<UInt64>
    fileprivate let shift: UInt64

    /// The edge that leaves a node for a unit.
    @inline(__always)
    func step(from node: Int, by unit: FoldUnit) -> Step {
      let key = Self.key(node, unit)
      var place = Self.place(of: key, shift: shift)
      while case let entry = entries[place], entry != 0 {
        if entry >> 24 == key { return Step(entry: entry) }
        place = (place + 1) & (entries.count - 1)
      }
      return Step(node: 0)
    }

    @inline(__always)
    fileprivate static func key(_ node: Int, _ unit: FoldUnit) -> UInt64 {
      UInt64(truncatingIfNeeded: node) << 16 | UInt64(unit.rawValue)
    }

    @inline(__always)
    fileprivate static func place(of key: UInt64, shift: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }
  }
}
