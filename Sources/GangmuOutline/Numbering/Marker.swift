import HanText

/// A numbering marker that was read at a place: `一、`, `(1)。`, `第三條`, `1.2`.
struct Marker: Sendable {
  /// What makes two markers members of one series: their family and, for 1.2.3, the numbers before the last.
  struct Series: Hashable, Sendable {
    /// The index of the family in `NumberingFamily.all`.
    var family: Int
    var prefix: NumberPath
  }

  /// The marker with its punctuation.
  var span: Range<Int>
  /// The series that it may belong to.
  var series: Series
  /// Its place in the series.
  var ordinal: Int
  /// Where the text after the marker and its spaces begins.
  var textStart: Int
  /// What its family is like.
  var traits: NumberingFamily.Traits
}

/// Reads markers.
struct MarkerReader: Sendable {
  static let shared = MarkerReader()

  private let families = NumberingFamily.all

  /// For each unit the index into `familiesByInitial`; 0 where no marker begins so.
  private let initials: [UInt8]
  private let familiesByInitial: [[Int]]

  private init() {
    var indices: [FoldUnit: [Int]] = [:]
    for (index, family) in families.enumerated() {
      for unit in family.traits.opener.map({ [$0] }) ?? family.traits.numeral.initials {
        indices[unit, default: []].append(index)
      }
    }
    var initials = [UInt8](repeating: 0, count: 0x10000)
    var lists: [[Int]] = [[]]
    for (unit, list) in indices {
      // Few distinct lists exist, one for each kind of initial.
      let index = lists.firstIndex(of: list) ?? lists.count
      if index == lists.count { lists.append(list) }
      initials[Int(unit.rawValue)] = UInt8(truncatingIfNeeded: index)
    }
    self.initials = initials
    self.familiesByInitial = lists
  }

  /// The first offset from `offset` on where some marker may begin, or nil where none is before `limit`.
  func nextStart(in text: FoldedText, from offset: Int, to limit: Int) -> Int? {
    var offset = offset
    while offset < limit {
      if initials[Int(text[offset].rawValue)] != 0 { return offset }
      offset += 1
    }
    return nil
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
    let traits = families[index].traits
    var position = offset
    if traits.opener != nil {
      guard text.matches(families[index].open, at: position, limit: limit) else { return nil }
      position = text.skippingSpaces(from: position + families[index].open.count, to: limit)
    }
    guard let numeral = traits.numeral.read(in: text, at: position, limit: limit) else { return nil }
    position = numeral.end
    if !families[index].closes.isEmpty {
      let closing = traits.closesWithSpace ? position : text.skippingSpaces(from: position, to: limit)
      guard let close = families[index].closes.first(where: { text.matches($0, at: closing, limit: limit) }) else {
        return nil
      }
      position = traits.closesWithSpace ? closing : closing + close.count
    }
    position = Self.skippingDoubledPunctuation(in: text, from: position, limit: limit, after: traits)
    let marker = Marker(
      span: offset..<position, series: .init(family: index, prefix: numeral.prefix), ordinal: numeral.ordinal,
      textStart: text.skippingSpaces(from: position, to: limit), traits: traits)
    return MarkerVeto.all.contains { $0.applies(marker, text, limit) } ? nil : marker
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
