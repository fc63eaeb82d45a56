/// The traits of a line's characters, looked at eight at a time.
struct ScriptTraitsWords {
  /// The traits of so many characters make a word.
  static let width = MemoryLayout<UInt64>.size

  private let base: UnsafeRawPointer
  private let count: Int

  /// Looks at traits that must outlive it, and have room for a word more. There it writes none, so that its last word is whole.
  init(sealing traits: borrowing FlatBuffer<ScriptTraits>) {
    UnsafeMutableRawPointer(traits.base + traits.count).storeBytes(of: 0, as: UInt64.self)
    base = UnsafeRawPointer(traits.base)
    count = traits.count
  }

  /// The characters that tell the script.
  func evidence() -> ScriptEvidence {
    var evidence = ScriptEvidence()
    var place = 0
    while place < count {
      // The eight bytes of a word each count to 255 at most.
      let end = min(place &+ 255 &* Self.width, count)
      var (traditional, simplified): (UInt64, UInt64) = (0, 0)
      while place < end {
        let word = word(at: place)
        traditional &+= word & Self.each(.traditional)
        simplified &+= (word & Self.each(.simplified)) &>> 1
        place &+= Self.width
      }
      evidence.add(traditional: Self.sum(traditional), simplified: Self.sum(simplified))
    }
    return evidence
  }

  /// Calls `body` with each character that has one of some traits, in their order.
  @inline(__always)
  func forEach(_ wanted: ScriptTraits, _ body: (_ place: Int, _ traits: ScriptTraits) -> Void) {
    let mask = Self.each(wanted)
    var place = 0
    while place < count {
      let word = word(at: place)
      var found = word & mask
      while found != 0 {
        let byte = found.trailingZeroBitCount / 8
        body(place &+ byte, ScriptTraits(rawValue: UInt8(truncatingIfNeeded: word &>> UInt64(8 &* byte))))
        found &= ~(0xFF &<< UInt64(8 &* byte))
      }
      place &+= Self.width
    }
  }

  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Traits in each byte of a word.
  @inline(__always)
  private static func each(_ traits: ScriptTraits) -> UInt64 {
    UInt64(traits.rawValue) &* 0x0101_0101_0101_0101
  }

  /// The sum of the bytes of a word.
  private static func sum(_ word: UInt64) -> Int {
    let pairs = (word & 0x00FF_00FF_00FF_00FF) &+ (word &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
