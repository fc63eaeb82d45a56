import HanText

/// A numbering marker that was read at a place: `一、`, `(1)。`, `第三條`, `1.2`.
struct Marker: Sendable {
  /// What makes two markers members of one series: their family and, for 1.2.3, the numbers before the last.
  struct Series: Hashable, Sendable {
    var family: Int
    var prefix: [Int]
  }

  /// The marker with its punctuation.
  var span: Range<Int>
  /// The series that it may belong to.
  var series: Series
  /// Its place in the series.
  var ordinal: Int
  /// Where the text after the marker and its spaces begins.
  var textStart: Int

  var family: NumberingFamily { NumberingFamily.all[series.family] }
}

/// Reads markers.
struct MarkerReader: Sendable {
  static let shared = MarkerReader()

  /// For each unit the index into `familiesByInitial`; 0 where no marker begins so.
  private let initials: [UInt8]
  private let familiesByInitial: [[Int]]

  private init() {
    var families: [FoldUnit: [Int]] = [:]
    for (index, family) in NumberingFamily.all.enumerated() {
      for unit in family.open.first.map({ [$0] }) ?? family.numeral.initials {
        families[unit, default: []].append(index)
      }
    }
    var initials = [UInt8](repeating: 0, count: 0x10000)
    var lists: [[Int]] = [[]]
    for (unit, list) in families {
      // Few distinct lists exist, one for each kind of initial.
      let index = lists.firstIndex(of: list) ?? lists.count
      if index == lists.count { lists.append(list) }
      initials[Int(unit.rawValue)] = UInt8(truncatingIfNeeded: index)
    }
    self.initials = initials
    self.familiesByInitial = lists
  }

  /// Whether some marker may begin with this unit.
  func canStart(with unit: FoldUnit) -> Bool {
    initials[Int(unit.rawValue)] != 0
  }

  /// The marker at an offset, or nil where none stands there or a veto says that it is none.
  func read(in text: FoldedText, at offset: Int, limit: Int) -> Marker? {
    guard offset < limit else { return nil }
    for index in familiesByInitial[Int(initials[Int(text[offset].rawValue)])] {
      if let marker = read(index, in: text, at: offset, limit: limit) { return marker }
    }
    return nil
  }

  private func read(_ index: Int, in text: FoldedText, at offset: Int, limit: Int) -> Marker? {
    let family = NumberingFamily.all[index]
    var position = offset
    guard text.matches(family.open, at: position, limit: limit) else { return nil }
    position += family.open.count
    if !family.open.isEmpty { position = text.skippingSpaces(from: position, to: limit) }
    guard let numeral = family.numeral.read(in: text, at: position, limit: limit) else { return nil }
    position = numeral.end
    if !family.closes.isEmpty {
      let closing = family.closesWithSpace ? position : text.skippingSpaces(from: position, to: limit)
      guard let close = family.closes.first(where: { text.matches($0, at: closing, limit: limit) }) else { return nil }
      position = closing + close.count
      if family.closesWithSpace { position = closing }
    }
    position = Self.skippingDoubledPunctuation(in: text, from: position, limit: limit, after: family)
    let marker = Marker(
      span: offset..<position, series: .init(family: index, prefix: numeral.prefix), ordinal: numeral.ordinal,
      textStart: text.skippingSpaces(from: position, to: limit))
    return MarkerVeto.all.contains { $0.applies(marker, text, limit) } ? nil : marker
  }

  /// Writers put a second mark behind a marker that needs none: `(二)、`, `(1)。`, `四、。`, `一、:`.
  private static func skippingDoubledPunctuation(
    in text: FoldedText, from offset: Int, limit: Int, after family: NumberingFamily
  ) -> Int {
    guard offset < limit, !family.closesWithWord else { return offset }
    let unit = text[offset]
    let isDoubled = unit == "、" || unit == "。" || unit == "." || unit == ":" || (unit == "," && !family.open.isEmpty)
    return isDoubled ? offset + 1 : offset
  }
}
