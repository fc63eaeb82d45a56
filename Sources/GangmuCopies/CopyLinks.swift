/// Joins what is alone to the cluster of the text that it holds, that holds it, or whose form it shares.
struct CopyLinks {
  private(set) var stars: CopyStars
  /// For a content that joined another cluster as a part of its representative, or holding it: what it is to it.
  private(set) var links: [Int32: (head: Int32, comparison: TextComparison)] = [:]
  /// For a content that shares its form with another: that and the comparison.
  private(set) var templates: [Int32: (head: Int32, comparison: TextComparison)] = [:]
  /// All relations that were found, from the first to the second.
  private(set) var edges: [(first: Int32, second: Int32, comparison: TextComparison)] = []

  /// The same, where one of the two is no representative.
  private var edgesOfMembers: [(first: Int32, second: Int32, comparison: TextComparison)] = []

  private let lengths: [Int32]
  private let compare: (Int, Int) throws(CopyFailure) -> TextComparison
  /// The representatives that others joined, which must stay where they are.
  private var isJoined: Set<Int32> = []

  init(
    stars: CopyStars, pairs: [UInt64], lengths: [Int32],
    compare: @escaping (Int, Int) throws(CopyFailure) -> TextComparison
  ) throws(CopyFailure) {
    self.stars = stars
    self.lengths = lengths
    self.compare = compare
    try findEdges(pairs)
    let holding = Dictionary(grouping: edges.indices.filter { edges[$0].comparison.relation == .contains }) {
      edges[$0].first
    }
    joinMergers(holding)
    try joinParts(holding)
    joinHolders(holding)
    linkTemplates()
    edges += edgesOfMembers
    edges.sort { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Compares the representatives of each pair of texts that share passages. A single text near to a representative joins it.
  private mutating func findEdges(_ pairs: [UInt64]) throws(CopyFailure) {
    var seen: Set<UInt64> = []
    var ofMembers: [(first: Int32, second: Int32, comparison: TextComparison)] = []
    for pair in pairs + stars.findings.map({ UInt64(min($0.0, $0.1)) << 32 | UInt64(max($0.0, $0.1)) }) {
      let (first, second) = (head(of: Int(pair >> 32)), head(of: Int(pair & 0xFFFF_FFFF)))
      let (lower, upper) = (min(first, second), max(first, second))
      guard lower != upper, seen.insert(UInt64(lower) << 32 | UInt64(upper)).inserted else { continue }
      let comparison = try compare(lower, upper)
      guard let relation = comparison.relation else {
        ofMembers += try memberEdges(of: pair)
        continue
      }
      if relation == .near {
        if stars.sizes[upper] == 1 {
          stars.assign(upper, to: lower, comparison)
        } else if stars.sizes[lower] == 1 {
          stars.assign(lower, to: upper, comparison)
        }
      }
      edges.append((Int32(lower), Int32(upper), comparison))
      edges.append((Int32(upper), Int32(lower), comparison.inverse))
    }
    let heads = stars.heads
    edges.removeAll { heads[Int($0.first)] != $0.first || heads[Int($0.second)] != $0.second }
    edges.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    edgesOfMembers = ofMembers
  }

  /// A member of a cluster may hold what its representative does not: a long text with a short one behind it is a copy of
  /// the long one, and all there is of the short one.
  private func memberEdges(
    of pair: UInt64
  ) throws(CopyFailure) -> [(first: Int32, second: Int32, comparison: TextComparison)] {
    let (first, second) = (Int32(pair >> 32), Int32(pair & 0xFFFF_FFFF))
    guard stars.heads[Int(first)] != first || stars.heads[Int(second)] != second else { return [] }
    let comparison = try compare(Int(first), Int(second))
    guard comparison.relation == .partOf || comparison.relation == .contains else { return [] }
    return [(first, second, comparison), (second, first, comparison.inverse)]
  }

  private func head(of text: Int) -> Int { Int(stars.heads[text]) }

  private func isFree(_ text: Int32) -> Bool {
    stars.sizes[Int(text)] == 1 && links[text] == nil && !isJoined.contains(text)
  }

  private mutating func link(_ text: Int32, to head: Int32, _ comparison: TextComparison) {
    links[text] = (head, comparison)
    isJoined.insert(head)
  }

  /// A text that holds two texts which have nothing to do with each other was put together from them. It is filed with the
  /// one that it begins with.
  private mutating func joinMergers(_ holding: [Int32: [Int]]) {
    let related = Set(edges.map { UInt64($0.first) << 32 | UInt64($0.second) })
    for text in holding.keys.sorted() where isFree(text) {
      let parts = (holding[text] ?? []).filter { links[edges[$0].second] == nil }
        .sorted { (edges[$0].comparison.firstKept, $0) < (edges[$1].comparison.firstKept, $1) }
      guard let first = parts.first else { continue }
      let isMerged = parts.dropFirst().contains {
        !related.contains(UInt64(edges[first].second) << 32 | UInt64(edges[$0].second))
      }
      if isMerged { link(text, to: edges[first].second, edges[first].comparison) }
    }
  }

  /// A text that another one holds joins it, or the text which that one is a part of in its turn; its copies go with it.
  private mutating func joinParts(_ holding: [Int32: [Int]]) throws(CopyFailure) {
    var holders: [Int32: [Int32]] = [:]
    for (text, parts) in holding { for part in parts { holders[edges[part].second, default: []].append(text) } }
    let members = Dictionary(grouping: holders.keys.isEmpty ? [] : stars.comparisons.keys.sorted()) {
      stars.heads[Int($0)]
    }
    // The longest first: what holds others must have found its own place before they look for theirs.
    for part in holders.keys.sorted(by: { (-lengths[Int($0)], $0) < (-lengths[Int($1)], $1) }) {
      guard links[part] == nil, !isJoined.contains(part) else { continue }
      var best: (head: Int32, comparison: TextComparison)?
      for holder in (holders[part] ?? []).sorted() {
        let head = links[holder]?.head ?? stars.heads[Int(holder)]
        guard head != part, links[head] == nil, stars.sizes[Int(head)] >= stars.sizes[Int(part)] else { continue }
        guard let comparison = try heldComparison(of: part, in: head) else { continue }
        if let best,
          (best.comparison.containment, best.comparison.jaccard) >= (comparison.containment, comparison.jaccard)
        {
          continue
        }
        best = (head, comparison)
      }
      if let best { try join(part, members[part] ?? [], to: best.head, best.comparison) }
    }
  }

  /// How a text compares with one that may hold it, where that does.
  private func heldComparison(of part: Int32, in head: Int32) throws(CopyFailure) -> TextComparison? {
    let comparison = try compare(Int(part), Int(head))
    return comparison.relation == .partOf || comparison.relation == .near ? comparison : nil
  }

  /// Joins a part and the members of its cluster to another one, where that one holds each of them.
  private mutating func join(
    _ part: Int32, _ members: [Int32], to head: Int32, _ comparison: TextComparison
  ) throws(CopyFailure) {
    var comparisons: [TextComparison] = []
    for member in members {
      guard let comparison = try heldComparison(of: member, in: head) else { return }
      comparisons.append(comparison)
    }
    for (member, comparison) in zip(members, comparisons) { stars.assign(Int(member), to: Int(head), comparison) }
    link(part, to: head, comparison)
  }

  /// A text that holds one cluster's representative and no more joins that.
  private mutating func joinHolders(_ holding: [Int32: [Int]]) {
    for text in holding.keys.sorted() where isFree(text) {
      let parts = (holding[text] ?? []).filter { links[edges[$0].second] == nil }
      guard let first = parts.min(by: { edges[$0].comparison.firstKept < edges[$1].comparison.firstKept }) else {
        continue
      }
      link(text, to: edges[first].second, edges[first].comparison)
    }
  }

  /// A text that is still alone names the text whose form it shares most.
  private mutating func linkTemplates() {
    for edge in edges where edge.comparison.relation == .template {
      guard isFree(edge.first) else { continue }
      if let known = templates[edge.first], known.comparison.jaccard >= edge.comparison.jaccard { continue }
      // Of two that are alone the later one names the earlier.
      if isFree(edge.second), edge.second > edge.first { continue }
      templates[edge.first] = (edge.second, edge.comparison)
    }
  }
}
