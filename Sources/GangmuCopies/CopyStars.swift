/// Clusters of near copies: stars, in which each member was compared with the representative.
///
/// A chain A~B~C does not make A and C copies. So the text with the most likely copies becomes a representative, what is near
/// to it joins it, and so on with the rest. Likely copies are those that the candidate pairs name; each membership is decided
/// by exact comparison.
struct CopyStars {
  /// The representative of each content.
  private(set) var heads: [Int32]
  /// How each content compares with its representative.
  private(set) var comparisons: [Int32: TextComparison] = [:]
  private(set) var sizes: [Int32]
  /// What else was found out: pairs of contents of which one holds the other, or that share a form.
  private(set) var findings: [(Int32, Int32)] = []

  private let slots: UnsafeBufferPointer<UInt16>
  private let neighbours: Neighbours
  private var isHead: [Bool]
  private var compare: (Int, Int) throws(CopyFailure) -> TextComparison

  /// A large component is searched as a whole for copies of a representative, but only for so many representatives.
  private static let componentSearches = 256

  init(
    pairs: [UInt64], count: Int, slots: UnsafeBufferPointer<UInt16>,
    compare: @escaping (Int, Int) throws(CopyFailure) -> TextComparison
  ) throws(CopyFailure) {
    heads = (0..<Int32(count)).map { $0 }
    sizes = [Int32](repeating: 1, count: count)
    isHead = [Bool](repeating: false, count: count)
    neighbours = Neighbours(pairs: pairs, count: count)
    self.slots = slots
    self.compare = compare
    for component in neighbours.components() { try cluster(component) }
  }

  private mutating func cluster(_ component: [Int32]) throws(CopyFailure) {
    let scores = component.map { text in
      neighbours[Int(text)].reduce(0) { $0 + agreement(Int(text), Int($1)) }
    }
    let order = component.indices.sorted { (-scores[$0], component[$0]) < (-scores[$1], component[$1]) }
    var searches = 0
    for index in order {
      let head = Int(component[index])
      guard heads[head] == head else { continue }
      isHead[head] = true
      var hasJoined = false
      for other in neighbours[head] where try join(Int(other), to: head) { hasJoined = true }
      if hasJoined, component.count > neighbours[head].count + 1, searches < Self.componentSearches {
        searches += 1
        for other in component
        where heads[Int(other)] == other && agreement(head, Int(other)) >= BandCandidates.leastAgreement {
          if neighbours[head].contains(other) { continue }
          _ = try join(Int(other), to: head)
        }
      }
    }
  }

  /// Joins a content to a representative where it is near, and nearer than to the one it has.
  private mutating func join(_ text: Int, to head: Int) throws(CopyFailure) -> Bool {
    guard text != head, !isHead[text] else { return false }
    let comparison = try compare(text, head)
    guard comparison.relation == .near else {
      if comparison.relation != nil { findings.append((Int32(text), Int32(head))) }
      return false
    }
    if let known = comparisons[Int32(text)], known.jaccard >= comparison.jaccard { return false }
    assign(text, to: head, comparison)
    return true
  }

  /// Makes a content a member of a representative's cluster.
  mutating func assign(_ text: Int, to head: Int, _ comparison: TextComparison) {
    sizes[Int(heads[text])] -= 1
    sizes[head] += 1
    heads[text] = Int32(head)
    comparisons[Int32(text)] = comparison
  }

  private func agreement(_ left: Int, _ right: Int) -> Int {
    let count = SimilaritySketch.slotCount
    return BandCandidates.agreement(
      UnsafeBufferPointer(rebasing: slots[left * count..<(left + 1) * count]),
      UnsafeBufferPointer(rebasing: slots[right * count..<(right + 1) * count]))
  }
}

/// The candidate pairs as lists of neighbours.
struct Neighbours {
  private let starts: [Int32]
  private let others: [Int32]

  init(pairs: [UInt64], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for pair in pairs {
      starts[Int(pair >> 32) + 1] += 1
      starts[Int(pair & 0xFFFF_FFFF) + 1] += 1
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var places = starts
    var others = [Int32](repeating: 0, count: pairs.count * 2)
    for pair in pairs {
      let (lower, upper) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      others[Int(places[lower])] = Int32(upper)
      others[Int(places[upper])] = Int32(lower)
      places[lower] += 1
      places[upper] += 1
    }
    self.starts = starts
    self.others = others
  }

  subscript(text: Int) -> ArraySlice<Int32> { others[Int(starts[text])..<Int(starts[text + 1])] }

  /// The connected components of two and more texts, each in rising order.
  func components() -> [[Int32]] {
    var seen = [Bool](repeating: false, count: starts.count - 1)
    var components: [[Int32]] = []
    for text in seen.indices where !seen[text] && !self[text].isEmpty {
      seen[text] = true
      var component = [Int32(text)]
      var next = 0
      while next < component.count {
        for other in self[Int(component[next])] where !seen[Int(other)] {
          seen[Int(other)] = true
          component.append(other)
        }
        next += 1
      }
      components.append(component.sorted())
    }
    return components
  }
}
