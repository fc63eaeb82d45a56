/// A set of phrases, each with a payload, that finds all of them in one pass over a fold.
///
/// A trie over fold units: a phrase given in any script or width is found in every script and width. Looking at a place
/// costs one bit test where no phrase starts, which is nearly everywhere.
public struct PhraseTable<Payload: Sendable>: Sendable {
  /// A phrase that was found.
  public struct Match: Sendable {
    /// Where it stands, in scalars.
    public let span: Range<Int>
    /// What was given with the phrase.
    public let payload: Payload

    @usableFromInline
    init(span: Range<Int>, payload: Payload) {
      self.span = span
      self.payload = payload
    }
  }

  /// One bit for each unit: whether some phrase starts with it.
  @usableFromInline var initials: [UInt64]
  /// The edges of the trie in an open-addressing hash table: key `node << 16 | unit`, value the next node; 0 where empty.
  @usableFromInline var keys: [UInt64]
  @usableFromInline var nodes: [Int32]
  @usableFromInline var payloads: [Payload?] = [nil]

  /// Makes a table. Where a phrase is given twice, the first payload counts.
  @inlinable
  public init(_ phrases: some Sequence<(String, Payload)>) {
    let folded = phrases.map { (units: FoldUnit.fold($0), payload: $1) }
    initials = [UInt64](repeating: 0, count: 0x10000 / 64)
    // Phrases that begin alike share edges, so there are at most as many as units.
    let capacity = Self.capacity(for: folded.reduce(0) { $0 + $1.units.count })
    keys = [UInt64](repeating: 0, count: capacity)
    nodes = [Int32](repeating: 0, count: capacity)
    for phrase in folded { insert(phrase.units, phrase.payload) }
  }

  @inlinable
  mutating func insert(_ phrase: [FoldUnit], _ payload: Payload) {
    guard let first = phrase.first else { return }
    initials[Int(first.rawValue) >> 6] |= 1 << UInt64(first.rawValue & 63)
    var node: Int32 = 0
    for unit in phrase {
      let key = Self.key(node, unit)
      var slot = Self.slot(of: key, in: keys.count)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
      if keys[slot] == 0 {
        keys[slot] = key
        nodes[slot] = Int32(payloads.count)
        payloads.append(nil)
      }
      node = nodes[slot]
    }
    if payloads[Int(node)] == nil { payloads[Int(node)] = payload }
  }

  /// A power of two that leaves half of the slots empty.
  @inlinable
  static func capacity(for count: Int) -> Int {
    var capacity = 8
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }

  /// No unit of a phrase is U+0000, so no key is 0.
  @inlinable
  static func key(_ node: Int32, _ unit: FoldUnit) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(unit.rawValue)
  }

  @inlinable
  static func slot(of key: UInt64, in capacity: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (capacity - 1)
  }

  @inlinable
  func next(_ node: Int32, _ unit: FoldUnit) -> Int32? {
    let key = Self.key(node, unit)
    var slot = Self.slot(of: key, in: keys.count)
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nodes[slot]
  }

  /// Whether some phrase starts with this unit.
  @inlinable
  public func canStart(with unit: FoldUnit) -> Bool {
    initials[Int(unit.rawValue) >> 6] >> UInt64(unit.rawValue & 63) & 1 != 0
  }

  /// The longest phrase that starts at an offset and ends at or before `limit`.
  @inlinable
  public func longestMatch(in text: FoldedText, at offset: Int, limit: Int) -> Match? {
    guard offset < limit, canStart(with: text[offset]) else { return nil }
    var node: Int32 = 0
    var end = offset
    var best: Match?
    while end < limit, let next = next(node, text[end]) {
      node = next
      end += 1
      if let payload = payloads[Int(node)] { best = Match(span: offset..<end, payload: payload) }
    }
    return best
  }

  /// The phrases in a span, from left to right, the longest at each place, none overlapping another.
  @inlinable
  public func matches(in text: FoldedText, within span: Range<Int>) -> [Match] {
    var matches: [Match] = []
    var offset = firstStart(in: text, from: span.lowerBound, to: span.upperBound)
    while offset < span.upperBound {
      let match = longestMatch(in: text, at: offset, limit: span.upperBound)
      if let match { matches.append(match) }
      offset = firstStart(in: text, from: match?.span.upperBound ?? offset + 1, to: span.upperBound)
    }
    return matches
  }

  /// The first phrase in a span, the longest at its place.
  @inlinable
  public func firstMatch(in text: FoldedText, within span: Range<Int>) -> Match? {
    var offset = firstStart(in: text, from: span.lowerBound, to: span.upperBound)
    while offset < span.upperBound {
      if let match = longestMatch(in: text, at: offset, limit: span.upperBound) { return match }
      offset = firstStart(in: text, from: offset + 1, to: span.upperBound)
    }
    return nil
  }

  /// The first place from an offset on where some phrase may start; `limit` where there is none.
  @inlinable
  func firstStart(in text: FoldedText, from start: Int, to limit: Int) -> Int {
    text.units.withUnsafeBufferPointer { units in
      initials.withUnsafeBufferPointer { initials in
        var offset = start
        while offset < limit {
          let code = Int(units[offset].rawValue)
          if initials[code >> 6] >> UInt64(code & 63) & 1 != 0 { break }
          offset += 1
        }
        return offset
      }
    }
  }
}

extension PhraseTable where Payload == Bool {
  /// A table of phrases without payloads.
  @inlinable
  public init(_ phrases: some Sequence<String>) {
    self.init(phrases.map { ($0, true) })
  }
}
