/// Says at most places of a text that no phrase begins there. It may say yes where none does (about one time in fifteen),
/// never no where one does.
///
/// It is asked at every character, so it is small enough for the nearer caches. One set holds the first two scalars of the
/// phrases; of the places that pass it in plan pages, two in three hold no phrase (个人 is none, but 个人主义 is). So a
/// second set holds the phrases of two scalars, and the first three scalars of the longer ones.
package struct PhraseFilter: @unchecked Sendable {
  private let pairs: UnsafePointer<UInt64>
  private let beginnings: UnsafePointer<UInt64>
  private let shift: UInt64

  /// Opens the filter whose sets are two neighbouring parts of a table, each of a power of two of words.
  init(_ name: CompiledTables.Name, firstPart: Int) {
    let tables = CompiledTables.embedded
    pairs = tables.pointer(name, firstPart, as: UInt64.self)
    beginnings = tables.pointer(name, firstPart + 1, as: UInt64.self)
    shift = UInt64(64 - 6 - tables.part(name, firstPart, as: UInt64.self).count.trailingZeroBitCount)
  }

  /// Puts the places below `limit` where a phrase may begin into `places`, rising. Two units behind the end of the text must
  /// be readable and zero (`FlatBuffer.sealed`).
  ///
  /// No branch depends on the text: a wrong guess of the processor at every fifth character would cost more than the work.
  @inline(__always)
  func findPlaces(_ text: UnsafePointer<UInt32>, limit: Int, into places: inout FlatBuffer<Int32>) {
    places.removeAll()
    guard limit > 0 else { return }
    places.reserve(limit)
    let found = places.base
    var count = 0
    var index = 0
    while index < limit {
      let pair = Self.hash(Self.pair(HanUnit.bare(text[index]), text[index &+ 1])) &>> shift
      found[count] = Int32(truncatingIfNeeded: index)
      count &+= Self.bit(pairs, pair)
      index &+= 1
    }
    var kept = 0
    index = 0
    while index < count {
      let place = Int(found[index])
      let pair = Self.hash(Self.pair(HanUnit.bare(text[place]), text[place &+ 1]))
      let beginning = Self.hash(pair ^ UInt64(HanUnit.bare(text[place &+ 2])))
      found[kept] = Int32(truncatingIfNeeded: place)
      kept &+= Self.bit(beginnings, pair &>> shift) | Self.bit(beginnings, beginning &>> shift)
      index &+= 1
    }
    places.setCount(kept)
  }

  /// Whether a phrase may begin at a place of a text; the same conditions hold as for `findPlaces`.
  @inline(__always)
  func mayStart(_ text: UnsafePointer<UInt32>) -> Bool {
    let pair = Self.hash(Self.pair(HanUnit.bare(text[0]), text[1]))
    guard Self.bit(pairs, pair &>> shift) != 0 else { return false }
    let beginning = Self.hash(pair ^ UInt64(HanUnit.bare(text[2])))
    return Self.bit(beginnings, pair &>> shift) | Self.bit(beginnings, beginning &>> shift) != 0
  }

  /// Whether a phrase of three scalars or more may begin at a place of a text.
  @inline(__always)
  func mayStartLonger(_ text: UnsafePointer<UInt32>) -> Bool {
    let pair = Self.hash(Self.pair(HanUnit.bare(text[0]), text[1]))
    let beginning = Self.hash(pair ^ UInt64(HanUnit.bare(text[2])))
    return Self.bit(pairs, pair &>> shift) & Self.bit(beginnings, beginning &>> shift) != 0
  }

  @inline(__always)
  private static func bit(_ words: UnsafePointer<UInt64>, _ bit: UInt64) -> Int {
    Int(truncatingIfNeeded: words[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1)
  }

  /// Two scalars in 42 bits. A mark on the second is left out.
  @inline(__always)
  package static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 21 | UInt64(second & 0x1F_FFFF)
  }

  /// Its upper bits are well mixed.
  @inline(__always)
  package static func hash(_ pair: UInt64) -> UInt64 { pair &* 0x9E37_79B9_7F4A_7C15 }
}
