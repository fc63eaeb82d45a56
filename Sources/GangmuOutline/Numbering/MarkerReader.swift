import HanText

/// Reads markers.
///
/// The families are kept in the form in which they are read: what stands around their numerals in one flat run of units,
/// and those that a unit may begin in one list for each kind of beginning. So a look at a place counts no reference.
final class MarkerReader: Sendable {
  static let shared = MarkerReader()

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
  }

  private let shapes: [Shape]
  private let closes: [Range<Int>]
  private let marks: [FoldUnit]
  private let vetoes: [MarkerVeto]

  /// For each unit the index into `lists`, 0 where no marker begins so; and whether such a marker may follow any word.
  private let initials: [UInt8]
  /// For each kind of beginning its families, in `listed`.
  private let lists: [Range<Int>]
  private let listed: [Int]

  private static let followsWords: UInt8 = 0x80

  private init() {
    var shapes: [Shape] = []
    var closes: [Range<Int>] = []
    var marks: [FoldUnit] = []
    var vetoes: [MarkerVeto] = []
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
      vetoes += MarkerVeto.all.filter { $0.concerns(family.traits) }
      shapes.append(
        Shape(
          family: index, traits: family.traits, open: open..<opened, closes: firstClose..<closes.count,
          vetoes: firstVeto..<vetoes.count))
    }
    self.shapes = shapes
    self.closes = closes
    self.marks = marks
    self.vetoes = vetoes

    var families: [FoldUnit: [Int]] = [:]
    for shape in shapes {
      for unit in shape.traits.opener.map({ [$0] }) ?? shape.traits.numeral.initials {
        families[unit, default: []].append(shape.family)
      }
    }
    var initials = [UInt8](repeating: 0, count: 0x10000)
    var kinds: [[Int]] = [[]]
    for (unit, list) in families {
      // Few distinct lists exist, one for each kind of initial.
      let index = kinds.firstIndex(of: list) ?? kinds.count
      if index == kinds.count { kinds.append(list) }
      let followsWords = unit == "(" || Enclosure.isEnclosed(unit) ? Self.followsWords : 0
      initials[Int(unit.rawValue)] = UInt8(truncatingIfNeeded: index) | followsWords
    }
    self.initials = initials
    var listed: [Int] = []
    self.lists = kinds.map { list in
      listed += list
      return listed.count - list.count..<listed.count
    }
    self.listed = listed
  }

  /// The first offset from `offset` on where a marker may stand within a line, or nil where none is before `limit`: behind
  /// a mark or a space, or, where it has an enclosure of its own, anywhere. `offset` must not be the text's first.
  ///
  /// Most of a text is Han characters behind Han characters, which are passed over without a look at any table.
  func nextInlineStart(in text: FoldedText, from offset: Int, to limit: Int) -> Int? {
    var offset = offset
    guard offset < limit else { return nil }
    var isParted = Self.parts(text[offset - 1])
    while offset < limit {
      let unit = text[offset]
      if unit.isIdeograph {
        if isParted, initials[Int(unit.rawValue)] != 0 { return offset }
        isParted = false
        offset = text.endOfIdeographs(from: offset + 1, to: limit)
      } else {
        let initial = initials[Int(unit.rawValue)]
        if initial != 0, isParted || initial & Self.followsWords != 0 { return offset }
        isParted = Self.parts(unit)
        offset += 1
      }
    }
    return nil
  }

  /// Whether a marker without an enclosure may stand behind a unit.
  private static func parts(_ unit: FoldUnit) -> Bool {
    unit.isAny([.space, .sentenceEnd, .clauseEnd, .quote])
  }

  /// Whether a unit begins markers that may follow any word, since they have an enclosure: `(1)`, `①`.
  func followsWords(_ unit: FoldUnit) -> Bool {
    initials[Int(unit.rawValue)] & Self.followsWords != 0
  }

  /// The marker at an offset, or nil where none stands there or a veto says that it is none.
  func read(in text: FoldedText, at offset: Int, limit: Int) -> Marker? {
    guard offset < limit else { return nil }
    let initial = initials[Int(text[offset].rawValue)]
    guard initial != 0 else { return nil }
    var last = LastNumeral()
    for index in lists[Int(initial & ~Self.followsWords)] {
      if let marker = read(shapes[listed[index]], in: text, at: offset, limit: limit, last: &last) { return marker }
    }
    return nil
  }

  /// The numeral that was read last: families that stand next to each other mostly take the same, and differ in what
  /// closes it.
  private struct LastNumeral {
    private var kind: NumeralKind?
    private var offset = 0
    private var reading: NumeralKind.Reading?

    mutating func read(
      _ kind: NumeralKind, in text: FoldedText, at offset: Int, limit: Int
    ) -> NumeralKind.Reading? {
      if self.kind == kind, self.offset == offset { return reading }
      self.kind = kind
      self.offset = offset
      reading = kind.read(in: text, at: offset, limit: limit)
      return reading
    }
  }

  private func read(
    _ shape: Shape, in text: FoldedText, at offset: Int, limit: Int, last: inout LastNumeral
  ) -> Marker? {
    let traits = shape.traits
    var position = offset
    if !shape.open.isEmpty {
      guard matches(shape.open, in: text, at: position, limit: limit) else { return nil }
      position = text.skippingSpaces(from: position + shape.open.count, to: limit)
    }
    guard let numeral = last.read(traits.numeral, in: text, at: position, limit: limit) else { return nil }
    position = numeral.end
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
    for veto in shape.vetoes where vetoes[veto].applies(marker, text, limit) { return nil }
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
