import HanText

/// Reads markers.
///
/// The families are kept in the form in which they are read: what stands around their numerals in one flat run of units, and
/// sets of them as the bits of a word: those that a unit may begin, those that a unit may close, those that take the same
/// numeral. So a look at a place reads each numeral once, tries no family that the unit behind it rules out, and counts no
/// reference.
final class MarkerReader: Sendable {
  static let shared = MarkerReader()

  /// Families, by their index in `NumberingFamily.all`, in whose order they are tried. There are fewer than 64.
  private typealias Families = UInt64

  /// A family as it is read.
  private struct Shape {
    let family: Int
    let traits: NumberingFamily.Traits
    /// What stands before the numeral, in `marks`.
    let open: Range<Int>
    /// What may stand after it, in `closes`.
    let closes: Range<Int>
    /// Who may speak against it, in `vetoes`.
    let vetoes: Range<Int>
    /// The families that have the same before and as their numeral.
    var alike: Families = 0
  }

  private let shapes: [Shape]
  private let closes: [Range<Int>]
  private let marks: [FoldUnit]
  private let vetoes: [MarkerVeto.Rule]

  /// What each unit may be to a marker.
  private let signs: [Sign]
  /// For each kind of beginning its families.
  private let begun: [Families]
  /// For each kind of close its families.
  private let closed: [Families]
  /// Those that nothing closes, and those that a space does.
  private let unclosed: Families
  private let closedBySpace: Families

  /// What a unit may be to a marker.
  private struct Sign {
    /// The index into `begun`, 0 where no marker begins so.
    var beginning: UInt8 = 0
    /// The index into `closed`, 0 where it closes no numeral.
    private var bits: UInt8 = 0

    var close: Int {
      get { Int(bits & 0x3F) }
      set { bits = bits & 0xC0 | UInt8(truncatingIfNeeded: newValue) }
    }
    /// Whether a marker without an enclosure may stand behind it.
    var parts: Bool {
      get { bits & 0x40 != 0 }
      set { bits = newValue ? bits | 0x40 : bits & ~0x40 }
    }
    /// Whether the markers that it begins may follow any word, since they have an enclosure: `(1)`, `①`.
    var followsWords: Bool {
      get { bits & 0x80 != 0 }
      set { bits = newValue ? bits | 0x80 : bits & ~0x80 }
    }
  }

  private init() {
    var shapes: [Shape] = []
    var closes: [Range<Int>] = []
    var marks: [FoldUnit] = []
    var vetoes: [MarkerVeto.Rule] = []
    for (index, family) in NumberingFamily.all.enumerated() {
      let open = marks.count
      marks += family.open
      let opened = marks.count
      let firstClose = closes.count
      for close in family.closes {
        closes.append(marks.count..<marks.count + close.count)
        marks += close
      }
      let firstVeto = vetoes.count
      vetoes += MarkerVeto.all.filter { $0.concerns(family.traits) }.map(\.applies)
      shapes.append(
        Shape(
          family: index, traits: family.traits, open: open..<opened, closes: firstClose..<closes.count,
          vetoes: firstVeto..<vetoes.count))
    }
    for index in shapes.indices {
      shapes[index].alike = Self.families {
        $0.open == NumberingFamily.all[index].open && $0.traits.numeral == shapes[index].traits.numeral
      }
    }
    self.shapes = shapes
    self.closes = closes
    self.marks = marks
    self.vetoes = vetoes
    unclosed = Self.families { $0.closes.isEmpty }
    closedBySpace = Self.families { $0.traits.closesWithSpace }

    var beginning: [FoldUnit: Families] = [:]
    var closing: [FoldUnit: Families] = [:]
    for (index, family) in NumberingFamily.all.enumerated() {
      for unit in family.traits.opener.map({ [$0] }) ?? family.traits.numeral.initials {
        beginning[unit, default: 0] |= 1 << Families(index)
      }
      for unit in family.closes.compactMap(\.first) { closing[unit, default: 0] |= 1 << Families(index) }
    }
    var signs = [Sign](repeating: Sign(), count: 0x10000)
    // Few distinct sets exist, one for each kind of initial and of close.
    var (begun, closed): ([Families], [Families]) = ([0], [0])
    for (unit, families) in beginning {
      signs[Int(unit.rawValue)].beginning = UInt8(truncatingIfNeeded: Self.place(of: families, in: &begun))
      signs[Int(unit.rawValue)].followsWords = unit == "(" || Enclosure.isEnclosed(unit)
    }
    for (unit, families) in closing {
      signs[Int(unit.rawValue)].close = Self.place(of: families, in: &closed)
    }
    for code in signs.indices {
      signs[code].parts = FoldUnit(rawValue: UInt16(code)).isAny([.space, .sentenceEnd, .clauseEnd, .quote])
    }
    self.signs = signs
    self.begun = begun
    self.closed = closed
  }

  private static func families(where isMeant: (NumberingFamily) -> Bool) -> Families {
    var families: Families = 0
    for (index, family) in NumberingFamily.all.enumerated() where isMeant(family) { families |= 1 << Families(index) }
    return families
  }

  private static func place(of families: Families, in sets: inout [Families]) -> Int {
    if let place = sets.firstIndex(of: families) { return place }
    sets.append(families)
    return sets.count - 1
  }

  /// The first offset from `offset` on where a marker may stand within a line, or nil where none is before `limit`: behind
  /// a mark or a space, or, where it has an enclosure of its own, anywhere. `offset` must not be the text's first.
  ///
  /// Most of a text is Han characters behind Han characters, which are passed over without a look at any table.
  func nextInlineStart(in text: FoldedText, from offset: Int, to limit: Int) -> Int? {
    guard offset < limit else { return nil }
    return text.units.withUnsafeBufferPointer { units in
      signs.withUnsafeBufferPointer { signs in
        var offset = offset
        var isParted = signs[Int(units[offset &- 1].rawValue)].parts
        while true {
          // No Han character follows words.
          if !isParted { offset = units.endOfIdeographs(from: offset, to: limit) }
          guard offset < limit else { return nil }
          let sign = signs[Int(units[offset].rawValue)]
          if sign.beginning != 0, isParted || sign.followsWords { return offset }
          isParted = sign.parts
          offset &+= 1
        }
      }
    }
  }

  /// Whether a unit begins markers that may follow any word, since they have an enclosure: `(1)`, `①`.
  func followsWords(_ unit: FoldUnit) -> Bool {
    signs[Int(unit.rawValue)].followsWords
  }

  /// The marker at an offset, or nil where none stands there or a veto says that it is none.
  func read(in text: FoldedText, at offset: Int, limit: Int) -> Marker? {
    guard offset < limit, case let beginning = signs[Int(text[offset].rawValue)].beginning, beginning != 0 else {
      return nil
    }
    var families = begun[Int(beginning)]
    var (alike, numeral): (Families, NumeralKind.Reading?) = (0, nil)
    while families != 0 {
      let shape = shapes[families.trailingZeroBitCount]
      if shape.alike != alike {
        alike = shape.alike
        numeral = readNumeral(of: shape, in: text, at: offset, limit: limit)
        families &= ~alike | (numeral.map { closable($0, in: text, limit: limit) } ?? 0)
        continue
      }
      families &= families - 1
      if let numeral, let marker = read(shape, numeral, in: text, at: offset, limit: limit) { return marker }
    }
    return nil
  }

  /// The numeral behind what opens a shape, or nil where either is missing.
  private func readNumeral(of shape: Shape, in text: FoldedText, at offset: Int, limit: Int) -> NumeralKind.Reading? {
    var position = offset
    if !shape.open.isEmpty {
      guard matches(shape.open, in: text, at: position, limit: limit) else { return nil }
      position = text.skippingSpaces(from: position + shape.open.count, to: limit)
    }
    return shape.traits.numeral.read(in: text, at: position, limit: limit)
  }

  /// The families that may go on behind a numeral, by the first unit of what closes them.
  private func closable(_ numeral: NumeralKind.Reading, in text: FoldedText, limit: Int) -> Families {
    let close = text.skippingSpaces(from: numeral.end, to: limit)
    guard close < limit else { return close > numeral.end ? unclosed | closedBySpace : unclosed }
    let families = unclosed | closed[signs[Int(text[close].rawValue)].close]
    return close > numeral.end ? families | closedBySpace : families
  }

  /// The marker of a shape whose numeral was read at an offset, if it closes there.
  private func read(
    _ shape: Shape, _ numeral: NumeralKind.Reading, in text: FoldedText, at offset: Int, limit: Int
  ) -> Marker? {
    let traits = shape.traits
    var position = numeral.end
    if !shape.closes.isEmpty {
      if !traits.closesWithSpace { position = text.skippingSpaces(from: position, to: limit) }
      guard let close = shape.closes.first(where: { matches(closes[$0], in: text, at: position, limit: limit) }) else {
        return nil
      }
      if !traits.closesWithSpace { position += closes[close].count }
    }
    position = Self.skippingDoubledPunctuation(in: text, from: position, limit: limit, after: traits)
    let marker = Marker(
      span: offset..<position, series: .init(family: shape.family, prefix: numeral.prefix), ordinal: numeral.ordinal,
      textStart: text.skippingSpaces(from: position, to: limit), traits: traits)
    for veto in shape.vetoes where vetoes[veto](marker, text, limit) { return nil }
    return marker
  }

  /// Whether a run of `marks` stands at an offset and ends at or before `limit`.
  private func matches(_ run: Range<Int>, in text: FoldedText, at offset: Int, limit: Int) -> Bool {
    guard offset + run.count <= limit else { return false }
    var offset = offset
    for place in run {
      if text[offset] != marks[place] { return false }
      offset += 1
    }
    return true
  }

  /// Writers put a second mark behind a marker that needs none: `(二)、`, `(1)。`, `四、。`, `一、:`.
  private static func skippingDoubledPunctuation(
    in text: FoldedText, from offset: Int, limit: Int, after family: NumberingFamily.Traits
  ) -> Int {
    guard offset < limit, !family.closesWithWord else { return offset }
    let unit = text[offset]
    let isDoubled = unit == "、" || unit == "。" || unit == "." || unit == ":" || (unit == "," && family.opener != nil)
    return isDoubled ? offset + 1 : offset
  }
}
