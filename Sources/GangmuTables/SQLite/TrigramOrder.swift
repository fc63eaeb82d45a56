/// Texts whose trigrams are to be indexed, and the order of those.
///
/// A trigram is three scalars that follow each other; its place is the number of the first. Places are sorted by counting, scalar
/// for scalar from the last: linear time, and those of one trigram stay in the order of the texts.
struct TrigramOrder {
  /// A text.
  struct Text {
    let document: Int
    /// The place of its first scalar.
    let start: UInt32
  }

  /// The scalars of all texts, end to end.
  private var scalars: [UInt32] = []
  private var texts: [Text] = []
  /// Where a trigram begins.
  private var places: [UInt32] = []
  /// For each stretch of 256 places, the text that its first scalar belongs to.
  private var landmarks: [UInt32] = []
  private static let stretch = 8

  /// The number of trigrams.
  var count: Int { places.count }

  /// Adds a text; a scalar is taken as what `folds` has at its code point, if that is so long.
  ///
  /// - Returns: The number of its trigrams.
  mutating func add(_ text: [UInt8], document: Int, folds: [UInt32]) -> Int {
    let start = scalars.count
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let value = Int(scalar.value)
      scalars.append(value < folds.count ? folds[value] : scalar.value)
    }
    texts.append(Text(document: document, start: UInt32(start)))
    while landmarks.count << Self.stretch < scalars.count { landmarks.append(UInt32(texts.count - 1)) }
    let trigrams = max(scalars.count - start - 2, 0)
    places.append(contentsOf: UInt32(start)..<UInt32(start + trigrams))
    return trigrams
  }

  /// The places of one trigram in all texts, in rising order.
  struct Found {
    let places: UnsafeBufferPointer<UInt32>
    fileprivate let texts: UnsafeBufferPointer<Text>
    fileprivate let landmarks: UnsafeBufferPointer<UInt32>

    /// Calls `body` with each text that has the trigram, and with its places there.
    func forEachText<Failure: Error>(
      _ body: (Text, Slice<UnsafeBufferPointer<UInt32>>) throws(Failure) -> Void
    ) throws(Failure) {
      var start = 0
      while start < places.count {
        let place = places[start]
        var text = Int(landmarks[Int(place >> UInt32(TrigramOrder.stretch))])
        while text + 1 < texts.count, texts[text + 1].start <= place { text += 1 }
        let limit = text + 1 < texts.count ? texts[text + 1].start : UInt32.max
        var end = start + 1
        while end < places.count, places[end] < limit { end += 1 }
        try body(texts[text], places[start..<end])
        start = end
      }
    }
  }

  /// Calls `body` with each trigram in the order of its UTF-8.
  mutating func forEach<Failure: Error>(
    _ body: (_ first: UInt32, _ second: UInt32, _ third: UInt32, Found) throws(Failure) -> Void
  ) throws(Failure) {
    sort()
    try scalars.withUnsafeBufferPointer { scalars throws(Failure) in
      try places.withUnsafeBufferPointer { places throws(Failure) in
        try texts.withUnsafeBufferPointer { texts throws(Failure) in
          try landmarks.withUnsafeBufferPointer { landmarks throws(Failure) in
            var start = 0
            while start < places.count {
              let first = Int(places[start])
              let (one, two, three) = (scalars[first], scalars[first + 1], scalars[first + 2])
              var end = start + 1
              while end < places.count {
                let place = Int(places[end])
                guard scalars[place] == one, scalars[place + 1] == two, scalars[place + 2] == three else { break }
                end += 1
              }
              let found = UnsafeBufferPointer(rebasing: places[start..<end])
              try body(one, two, three, Found(places: found, texts: texts, landmarks: landmarks))
              start = end
            }
          }
        }
      }
    }
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
    texts.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    landmarks.removeAll(keepingCapacity: true)
  }
}
