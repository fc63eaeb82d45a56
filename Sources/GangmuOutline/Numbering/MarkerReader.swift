import HanText

/// Reads markers.
///
/// Sets of families are kept as the bits of a word: those that a unit may begin, those that a unit may close, those that take
/// the same numeral. So a look at a place reads each numeral once and tries no family that the unit behind it rules out.
final class MarkerReader: Sendable {
  static let shared = MarkerReader()

  /// Families, by their index in `NumberingFamily.all`, in whose order they are tried.
  private typealias Families = UInt64

  /// A family as it is read.
  private struct Shape {
    let family: Int
    let traits: NumberingFamily.Traits
    let close: Close
    /// Who may speak against it, in `vetoes`.
    let vetoes: Range<Int>
    /// The families that have the same before and as their numeral.
    let alike: Families
  }

  /// What stands behind the numeral of a family.
  private enum Close {
    case nothing
    /// A space, which is no part of the marker.
    case space
    /// One of some single units, which `closed` tells.
    case unit
    /// Words.
    case words
  }

  private let shapes: [Shape]
  private let vetoes: [MarkerVeto]

  /// What each unit may be to a marker.
  private let signs: [Sign]
  /// Where a marker may stand within a line, by the unit that it begins with and the one before that.
  private let starts: UnitPairs
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
    var close: UInt8 = 0
  }

  /// What parts a marker from the words before it: a mark or a space.
  private static let parting: UInt8 = 1
  /// What every unit is, behind which a marker may stand that has an enclosure of its own.
  private static let any: UInt8 = 2

  private init() {
    precondition(NumberingFamily.all.count <= Families.bitWidth, "a set of families is a word of one bit for each")
    var shapes: [Shape] = []
    var vetoes: [MarkerVeto] = []
    for (index, family) in NumberingFamily.all.enumerated() {
      let firstVeto = vetoes.count
      vetoes += MarkerVeto.all.filter { $0.concerns(family.traits) }
      shapes.append(
        Shape(
          family: index, traits: family.traits, close: Self.close(of: family), vetoes: firstVeto..<vetoes.count,
          alike: Self.families {
            $0.traits.opener == family.traits.opener && $0.traits.numeral == family.traits.numeral
          }))
    }
    self.shapes = shapes
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
    var starts = UnitPairs(left: Self.any, right: 0)
    // Few distinct sets exist, one for each kind of initial and of close.
    var (begun, closed): ([Families], [Families]) = ([0], [0])
    for (unit, families) in beginning {
      signs[Int(unit.rawValue)].beginning = Self.place(of: families, in: &begun)
      starts.add(unit, right: Self.followsWords(unit) ? Self.any : Self.parting)
    }
    for (unit, families) in closing {
      signs[Int(unit.rawValue)].close = Self.place(of: families, in: &closed)
    }
    for code in signs.indices {
      let unit = FoldUnit(rawValue: UInt16(code))
      if unit.isAny([.space, .sentenceEnd, .clauseEnd, .quote]) { starts.add(unit, left: Self.parting) }
    }
    self.signs = signs
    self.starts = starts
    self.begun = begun
    self.closed = closed
  }

  private static func close(of family: NumberingFamily) -> Close {
    if family.closes.isEmpty { return .nothing }
    if family.traits.closesWithSpace { return .space }
    return family.closes.allSatisfy { $0.count == 1 } ? .unit : .words
  }

  private static func families(where isMeant: (NumberingFamily) -> Bool) -> Families {
    var families: Families = 0
    for (index, family) in NumberingFamily.all.enumerated() where isMeant(family) { families |= 1 << Families(index) }
    return families
  }

  private static func place(of families: Families, in sets: inout [Families]) -> UInt8 {
    let place = sets.firstIndex(of: families) ?? sets.count
    if place == sets.count { sets.append(families) }
    return UInt8(truncatingIfNeeded: place)
  }

  /// The first offset from `offset` on where a marker may stand within a line, or nil where none is before `limit`: behind
  /// a mark or a space, or, where it has an enclosure of its own, anywhere. `offset` must not be the text's first.
  func nextInlineStart(in text: FoldedText, from offset: Int, to limit: Int) -> Int? {
    starts.first(in: text, from: offset - 1, to: limit).map { $0 + 1 }
  }

  /// Whether a unit begins markers that may follow any word, since they have an enclosure: `(1)`, `①`.
  static func followsWords(_ unit: FoldUnit) -> Bool { unit == "(" || Enclosure.isEnclosed(unit) }

  /// The marker at an offset, or nil where none stands there or a veto says that it is none.
  func read(in text: FoldedText, at offset: Int, limit: Int) -> Marker? {
    guard offset < limit, case let beginning = signs[Int(text[offset].rawValue)].beginning, beginning != 0 else {
      return nil
    }
    var families = begun[Int(beginning)]
    while families != 0 {
      let first = families.trailingZeroBitCount
      // What opens a marker is one unit, by which these families were chosen.
      let start = shapes[first].traits.opener == nil ? offset : text.skippingSpaces(from: offset + 1, to: limit)
      let alike = families & shapes[first].alike
      families &= ~alike
      guard let numeral = shapes[first].traits.numeral.read(in: text, at: start, limit: limit) else { continue }
      let close = text.skippingSpaces(from: numeral.end, to: limit)
      var closable = alike & closableFamilies(behind: numeral.end, at: close, in: text, limit: limit)
      while closable != 0 {
        let place = closable.trailingZeroBitCount
        closable &= closable - 1
        if let marker = read(shapes[place], numeral, closeAt: close, in: text, at: offset, limit: limit) {
          return marker
        }
      }
    }
    return nil
  }

  /// The families that may go on behind a numeral, by the first unit of what closes them.
  @inline(__always)
  private func closableFamilies(behind numeral: Int, at close: Int, in text: FoldedText, limit: Int) -> Families {
    var families = unclosed
    if close > numeral { families |= closedBySpace }
    return close < limit ? families | closed[Int(signs[Int(text[close].rawValue)].close)] : families
  }

  /// The marker of a shape whose numeral was read at an offset, where what may close it begins as it should.
  private func read(
    _ shape: Shape, _ numeral: NumeralKind.Reading, closeAt close: Int, in text: FoldedText, at offset: Int, limit: Int
  ) -> Marker? {
    let traits = shape.traits
    var position: Int
    switch shape.close {
    case .nothing, .space: position = numeral.end
    case .unit: position = close + 1
    case .words:
      let words = NumberingFamily.all[shape.family].closes
      guard let word = words.first(where: { text.matches($0, at: close, limit: limit) }) else { return nil }
      position = close + word.count
    }
    position = Self.skippingDoubledPunctuation(in: text, from: position, limit: limit, after: traits)
    let marker = Marker(
      span: offset..<position, series: .init(family: shape.family, prefix: numeral.prefix), ordinal: numeral.ordinal,
      textStart: text.skippingSpaces(from: position, to: limit), traits: traits)
    for veto in shape.vetoes where vetoes[veto].applies(marker, text, limit) { return nil }
    return marker
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
