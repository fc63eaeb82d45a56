import HanText

/// What each fold unit may start, by its value.
struct SignalTable: Sendable {
  /// What a unit may start or end.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    /// A colon, which ends a label.
    static let colon = Kinds(rawValue: 1)
    /// 《 or 号, by which a citation is found.
    static let citation = Kinds(rawValue: 2)
    /// 题, the second unit of 主题.
    static let theme = Kinds(rawValue: 4)
    /// The first unit of what a website says of itself at its end.
    static let footer = Kinds(rawValue: 8)
    /// An end of a sentence.
    static let end = Kinds(rawValue: 16)
    /// An opening bracket or quotation mark.
    static let opening = Kinds(rawValue: 32)
    /// A verb of duty of one unit.
    static let shortDuty = Kinds(rawValue: 64)
    /// The first unit of longer verbs of duty.
    static let duty = Kinds(rawValue: 128)

    /// What the reader of sentences stops at.
    static let ofSentences: Kinds = [.end, .opening, .shortDuty, .duty]
    /// What other readers start from.
    static let others: Kinds = [.colon, .citation, .theme, .footer]
    /// What a unit is only together with the one beside it.
    fileprivate static let pairs: Kinds = [.duty, .footer]
  }

  private let kinds: [UInt8]
  /// 1 for each unit that is of any kind.
  private let starts: [UInt8]
  /// One bit for each hash of two units with which a verb of duty or a word of footers begins.
  private let pairs: [UInt64]

  /// How a phrase begins: its first unit, and its second one where it goes on.
  struct Start: Sendable {
    let first: FoldUnit
    let second: FoldUnit?
  }

  /// Makes a table. `dutyStarts` is how the verbs of duty begin.
  init(dutyStarts: [Start]) {
    var kinds = [UInt8](repeating: 0, count: 0x10000)
    var starts = kinds
    var pairs = [UInt64](repeating: 0, count: 64)
    func mark(_ units: some Sequence<FoldUnit>, _ kind: Kinds) {
      for unit in units {
        kinds[Int(unit.rawValue)] |= kind.rawValue
        starts[Int(unit.rawValue)] = 1
      }
    }
    func mark(_ start: Start, _ kind: Kinds) {
      mark([start.first], kind)
      guard let second = start.second else { return }
      let hash = Self.hash(start.first, second)
      pairs[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    mark([":"], .colon)
    mark(["《", "号"], .citation)
    mark(FoldUnit.fold("题"), .theme)
    for start in DocumentContext.footerStarts { mark(start, .footer) }
    mark(FoldUnit.fold("。;!?"), .end)
    mark(FoldUnit.fold(Brackets.openingMarks), .opening)
    for start in dutyStarts { mark(start, start.second == nil ? .shortDuty : .duty) }
    self.kinds = kinds
    self.starts = starts
    self.pairs = pairs
  }

  /// Writes where units stand that are of any kind; their number.
  ///
  /// 32 units at a time give a word of bits, so that what starts nothing, which is most, takes no branch.
  func findPlaces(in units: UnsafeBufferPointer<FoldUnit>, into places: UnsafeMutableBufferPointer<Int32>) -> Int {
    starts.withUnsafeBufferPointer { starts in
      var count = 0
      var word = 0
      while word < units.count {
        var found: UInt32 = 0
        if word &+ 32 <= units.count {
          var place = word
          while place < word &+ 32 {
            found = found &<< 4 | Self.bits(of: units, at: place, starts)
            place &+= 4
          }
        } else {
          for place in word..<units.count where starts[Int(units[place].rawValue)] != 0 {
            found |= 0x8000_0000 &>> UInt32(truncatingIfNeeded: place &- word)
          }
        }
        while found != 0 {
          let bit = found.leadingZeroBitCount
          places[count] = Int32(truncatingIfNeeded: word &+ bit)
          count &+= 1
          found ^= 0x8000_0000 &>> UInt32(truncatingIfNeeded: bit)
        }
        word &+= 32
      }
      return count
    }
  }

  /// Four bits: whether each of four units is of any kind.
  @inline(__always)
  private static func bits(
    of units: UnsafeBufferPointer<FoldUnit>, at place: Int, _ starts: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    var bits = UInt32(starts[Int(units[place].rawValue)])
    bits = bits &+ bits &+ UInt32(starts[Int(units[place &+ 1].rawValue)])
    bits = bits &+ bits &+ UInt32(starts[Int(units[place &+ 2].rawValue)])
    return bits &+ bits &+ UInt32(starts[Int(units[place &+ 3].rawValue)])
  }

  /// What a unit may start or end.
  @inline(__always)
  func kinds(of unit: FoldUnit) -> Kinds { Kinds(rawValue: kinds[Int(unit.rawValue)]) }

  /// What the unit at a place may start or end, by the one beside it too. Some pairs pass that begin nothing.
  @inline(__always)
  func kinds(at place: Int, in units: UnsafeBufferPointer<FoldUnit>) -> Kinds {
    let kinds = kinds(of: units[place])
    if kinds.isDisjoint(with: .pairs) || mayGoOn(at: place, in: units) { return kinds }
    return kinds.subtracting(.pairs)
  }

  /// Whether a phrase may begin with the two units at a place. Some other pairs pass too.
  @inline(__always)
  private func mayGoOn(at place: Int, in units: UnsafeBufferPointer<FoldUnit>) -> Bool {
    guard place + 1 < units.count else { return false }
    let hash = Self.hash(units[place], units[place + 1])
    return pairs[hash >> 6] >> UInt64(hash & 63) & 1 != 0
  }

  /// In twelve bits.
  @inline(__always)
  private static func hash(_ first: FoldUnit, _ second: FoldUnit) -> Int {
    Int(truncatingIfNeeded: ((UInt32(first.rawValue) << 16 | UInt32(second.rawValue)) &* 0x9E37_79B1) >> 20)
  }
}
