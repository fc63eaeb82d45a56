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
    /// An end of a sentence, an opening bracket or quotation mark, or the first unit of a verb of duty.
    static let sentence = Kinds(rawValue: 4)
    /// The first unit of a statement of the theme.
    static let theme = Kinds(rawValue: 8)
    /// The first unit of what a website says of itself at its end.
    static let footer = Kinds(rawValue: 16)
  }

  private(set) var colons: [Int32] = []
  private(set) var citations: [Int32] = []
  private(set) var sentences: [Int32] = []
  private(set) var themes: [Int32] = []
  private(set) var footers: [Int32] = []

  /// Finds the signals of a text.
  init(of text: FoldedText, by table: SignalTable) {
    // Of a hundred characters some fifteen are marks or may begin a verb of duty, one or two each of the other kinds: room that
    // is made once costs less than room that grows.
    sentences.reserveCapacity(text.count / 6)
    colons.reserveCapacity(text.count / 50)
    citations.reserveCapacity(text.count / 100)
    themes.reserveCapacity(text.count / 40)
    footers.reserveCapacity(text.count / 40)
    text.units.withUnsafeBufferPointer { units in
      table.kinds.withUnsafeBufferPointer { kinds in
        for offset in 0..<units.count {
          let kind = kinds[Int(units[offset].rawValue)]
          if kind != 0 { append(offset, Kinds(rawValue: kind)) }
        }
      }
    }
  }

  private mutating func append(_ offset: Int, _ kind: Kinds) {
    let offset = Int32(truncatingIfNeeded: offset)
    if kind.contains(.sentence) { sentences.append(offset) }
    if kind.contains(.colon) { colons.append(offset) }
    if kind.contains(.citation) { citations.append(offset) }
    if kind.contains(.theme) { themes.append(offset) }
    if kind.contains(.footer) { footers.append(offset) }
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

  /// Makes a table. `dutyStarts` are the first units of the verbs of duty.
  init(dutyStarts: some Sequence<FoldUnit>) {
    var kinds = [UInt8](repeating: 0, count: 0x10000)
    func mark(_ units: some Sequence<FoldUnit>, _ kind: TextSignals.Kinds) {
      for unit in units { kinds[Int(unit.rawValue)] |= kind.rawValue }
    }
    mark([":"], .colon)
    mark(["《", "号"], .citation)
    mark(dutyStarts, .sentence)
    mark(FoldUnit.fold("。;!?" + Brackets.openingMarks), .sentence)
    mark(ThemeReader.starts, .theme)
    mark(DocumentContext.footerStarts, .footer)
    self.kinds = kinds
  }
}
