/// Texts whose trigrams are to be indexed, and the order of those.
///
/// A trigram is three scalars that follow each other; its place is the number of the first. Places are sorted by counting, scalar
/// for scalar from the last: linear time, and those of one trigram stay in the order of the texts.
struct TrigramOrder {
  /// The scalars of all texts, end to end.
  private(set) var scalars: [UInt32] = []
  /// For each scalar, the index of its text in `documents`.
  private(set) var owners: [UInt32] = []
  /// The numbers of the documents.
  private(set) var documents: [Int] = []
  /// Where a trigram begins.
  private var places: [UInt32] = []

  /// The number of trigrams.
  var count: Int { places.count }

  /// Adds a text; a scalar that `folds` names is taken as what it folds to.
  ///
  /// - Returns: The number of its trigrams.
  mutating func add(_ text: [UInt8], document: Int, folds: [UInt32: UInt32]) -> Int {
    let start = scalars.count
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      scalars.append(folds[scalar.value] ?? scalar.value)
    }
    owners.append(contentsOf: repeatElement(UInt32(documents.count), count: scalars.count - start))
    documents.append(document)
    let trigrams = max(scalars.count - start - 2, 0)
    for place in start..<start + trigrams { places.append(UInt32(place)) }
    return trigrams
  }

  /// Calls `body` with each trigram in the order of its UTF-8, and its places in rising order.
  mutating func forEach<Failure: Error>(
    _ body: (_ trigram: [UInt32], _ places: ArraySlice<UInt32>) throws(Failure) -> Void
  ) throws(Failure) {
    sort()
    var start = 0
    while start < places.count {
      let first = Int(places[start])
      let (one, two, three) = (scalars[first], scalars[first + 1], scalars[first + 2])
      var end = start + 1
      while end < places.count, isSame(Int(places[end]), one, two, three) { end += 1 }
      try body([one, two, three], places[start..<end])
      start = end
    }
  }

  private func isSame(_ place: Int, _ one: UInt32, _ two: UInt32, _ three: UInt32) -> Bool {
    scalars[place] == one && scalars[place + 1] == two && scalars[place + 2] == three
  }

  private mutating func sort() {
    // The ranks of the scalars that occur, by their code points: the order of UTF-8.
    var ranks = [UInt32](repeating: 0, count: 0x11_0000)
    for scalar in scalars { ranks[Int(scalar)] = 1 }
    var distinct: UInt32 = 0
    for scalar in ranks.indices where ranks[scalar] > 0 {
      ranks[scalar] = distinct
      distinct += 1
    }
    let ranked = scalars.map { ranks[Int($0)] }
    var sorted = [UInt32](repeating: 0, count: places.count)
    for offset in [2, 1, 0] {
      var next = [UInt32](repeating: 0, count: Int(distinct) + 1)
      for place in places { next[Int(ranked[Int(place) + offset]) + 1] += 1 }
      for rank in next.indices.dropFirst() { next[rank] += next[rank - 1] }
      for place in places {
        let rank = Int(ranked[Int(place) + offset])
        sorted[Int(next[rank])] = place
        next[rank] += 1
      }
      swap(&places, &sorted)
    }
  }

  /// Makes room for other texts.
  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    owners.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
  }
}
