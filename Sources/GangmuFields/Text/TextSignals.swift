import HanText

/// Where in a text the marks stand that the readers start from, found in one pass over the fold.
///
/// Most characters start nothing. Each reader looks at the few that may start something for it and jumps over the rest.
struct TextSignals: Sendable {
  /// What a unit may start or end.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    /// A colon, which ends a label.
    static let colon = Kinds(rawValue: 1)
    /// 《 or 号, by which a citation is found.
    static let citation = Kinds(rawValue: 2)
    /// An end of a sentence, an opening bracket or quotation mark, or a verb of duty of one unit.
    static let sentence = Kinds(rawValue: 4)
    /// The first unit of longer verbs of duty.
    static let duty = Kinds(rawValue: 8)
    /// 题 of 主题.
    static let theme = Kinds(rawValue: 16)
    /// The first unit of what a website says of itself at its end.
    static let footer = Kinds(rawValue: 32)
  }

  private(set) var colons: [Int32] = []
  private(set) var citations: [Int32] = []
  /// Where a sentence may end, a mark opens something, or a verb of duty may begin, by its first two units.
  private(set) var sentences: [Int32] = []
  /// Where 主题 stands.
  private(set) var themes: [Int32] = []
  /// Where words that websites end with may stand.
  private(set) var footers: [Int32] = []

  /// Finds the signals of a text.
  init(of text: FoldedText, by table: SignalTable) {
    text.units.withUnsafeBufferPointer { units in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: units.count) { places in
        let count = Self.places(of: units, by: table, into: places)
        var others = 0
        sentences = [Int32](unsafeUninitializedCapacity: count) { sentences, written in
          for index in 0..<count {
            let place = places[index]
            let kind = table.kinds(of: units[Int(place)])
            let goesOn = !kind.isDisjoint(with: [.duty, .footer]) && table.mayGoOn(at: Int(place), in: units)
            if kind.contains(.sentence) || goesOn && kind.contains(.duty) {
              sentences[written] = place
              written += 1
            }
            // What is more than that moves to the front, over places that were read.
            if !kind.isDisjoint(with: [.colon, .citation, .theme]) || goesOn && kind.contains(.footer) {
              places[others] = place
              others += 1
            }
          }
        }
        for place in places[..<others] { append(place, in: units, by: table) }
      }
    }
  }

  /// Writes where units stand that are of any kind; their number. Each place is written, and counts if it is one: no branch
  /// that would be guessed wrong.
  private static func places(
    of units: UnsafeBufferPointer<FoldUnit>, by table: SignalTable, into places: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    table.kinds.withUnsafeBufferPointer { kinds in
      var count = 0
      for offset in 0..<units.count {
        places[count] = Int32(truncatingIfNeeded: offset)
        count &+= kinds[Int(units[offset].rawValue)] == 0 ? 0 : 1
      }
      return count
    }
  }

  private mutating func append(_ place: Int32, in units: UnsafeBufferPointer<FoldUnit>, by table: SignalTable) {
    let kind = table.kinds(of: units[Int(place)])
    if kind.contains(.colon) { colons.append(place) }
    if kind.contains(.citation) { citations.append(place) }
    if kind.contains(.theme), place > 0, units[Int(place) - 1] == "主" { themes.append(place - 1) }
    if kind.contains(.footer), table.mayGoOn(at: Int(place), in: units) { footers.append(place) }
  }

  /// The index of the first signal of sentences that stands at an offset or after it.
  func firstSentence(from offset: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Those of a list of signals that stand in a span. `cursor` is where the search of the span before ended, for one who asks
  /// in reading order.
  @inline(__always)
  static func within(_ span: Range<Int>, _ signals: [Int32], after cursor: inout Int) -> ArraySlice<Int32> {
    while cursor < signals.count, signals[cursor] < span.lowerBound { cursor += 1 }
    let first = cursor
    while cursor < signals.count, signals[cursor] < span.upperBound { cursor += 1 }
    return signals[first..<cursor]
  }
}

/// What each fold unit may start, by its value.
struct SignalTable: Sendable {
  fileprivate let kinds: [UInt8]
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
    var pairs = [UInt64](repeating: 0, count: 64)
    func mark(_ units: some Sequence<FoldUnit>, _ kind: TextSignals.Kinds) {
      for unit in units { kinds[Int(unit.rawValue)] |= kind.rawValue }
    }
    mark([":"], .colon)
    mark(["《", "号"], .citation)
    func mark(_ start: Start, _ kind: TextSignals.Kinds) {
      mark([start.first], kind)
      guard let second = start.second else { return }
      let hash = Self.hash(start.first, second)
      pairs[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    for start in dutyStarts { mark(start, start.second == nil ? .sentence : .duty) }
    for start in DocumentContext.footerStarts { mark(start, .footer) }
    mark(FoldUnit.fold("。;!?" + Brackets.openingMarks), .sentence)
    mark(FoldUnit.fold("题"), .theme)
    self.kinds = kinds
    self.pairs = pairs
  }

  /// What a unit may start or end.
  @inline(__always)
  fileprivate func kinds(of unit: FoldUnit) -> TextSignals.Kinds {
    TextSignals.Kinds(rawValue: kinds[Int(unit.rawValue)])
  }

  /// Whether a phrase may begin with the two units at a place. Some other pairs pass too.
  @inline(__always)
  fileprivate func mayGoOn(at place: Int, in units: UnsafeBufferPointer<FoldUnit>) -> Bool {
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
