import HanText

/// A mark by which a page counts the documents on it: ❶, 篇一:, 【篇1】, 第一篇, 範文三:, or the number behind a repeated
/// title (活動方案1).
struct ItemMark: Sendable {
  /// What two marks must share to count in one row.
  enum Series: Hashable, Sendable {
    /// The place in `shapes` of a shape that stands before the title.
    case leading(Int)
    /// The title's words, whose number stands behind them.
    case title([FoldUnit])
  }

  var series: Series
  var ordinal: Int
  /// The mark itself.
  var span: Range<Int>
  /// The title: for 篇一: and numbered titles the whole line, for ❶ what follows it.
  var title: Range<Int>
  /// Whether it is the page's ornament (❶), which counts the items of a page, and no part of a title's words (篇一:…).
  var isOrnament: Bool

  /// The mark of a line: the one before its title, or else the number behind it; nil where it bears neither.
  static func reading(_ line: Range<Int>, in text: FoldedText) -> ItemMark? {
    guard mayBear(line, in: text), !text.hasSentence(line) else { return nil }
    return leadingMark(line, in: text) ?? numberedTitle(line, in: text)
  }

  /// A cheap look at the first and the last unit of a line: nearly no line has a mark.
  @inline(__always)
  static func mayBear(_ line: Range<Int>, in text: FoldedText) -> Bool {
    !line.isEmpty && line.count <= longestTitle
      && (initials.contains(text[line.lowerBound]) || mayNumber(line, in: text))
  }

  /// Whether a number may close a line, before a bracket at most.
  @inline(__always)
  private static func mayNumber(_ line: Range<Int>, in text: FoldedText) -> Bool {
    var last = text[line.upperBound - 1]
    if last.isAny(.close), line.count > 1 { last = text[line.upperBound - 2] }
    return last.isAny([.digit, .hanNumeral])
  }

  /// A title is no longer than this. The longest of the seed page has 33 characters.
  static let longestTitle = 60

  // MARK: Marks before the title

  /// A shape of marks before a title.
  private struct Shape {
    let open: [FoldUnit]
    let numeral: NumeralKind
    let close: [[FoldUnit]]
    let isOrnament: Bool

    init(open: String, _ numeral: NumeralKind, close: [String], isOrnament: Bool = false) {
      self.open = FoldUnit.fold(open)
      self.numeral = numeral
      self.close = close.map(FoldUnit.fold)
      self.isOrnament = isOrnament
    }

    /// What a mark of this shape may begin with.
    var initials: [FoldUnit] { open.first.map { [$0] } ?? numeral.initials }
  }

  private static let shapes: [Shape] = [
    Shape(open: "", .enclosed(.negativeCircled), close: [""], isOrnament: true),
    Shape(open: "【篇", .hanOrArabic, close: ["】"]),
    Shape(open: "【第", .hanOrArabic, close: ["篇】"]),
    Shape(open: "(篇", .hanOrArabic, close: [")"]),
    Shape(open: "篇", .hanOrArabic, close: [":", " ", ",", "、", "."]),
    Shape(open: "第", .hanOrArabic, close: ["篇:", "篇 ", "篇", "份:"]),
    Shape(open: "范文", .hanOrArabic, close: [":", " ", ",", "、"]),
    Shape(open: "【范文", .hanOrArabic, close: ["】"]),
    Shape(open: "例文", .hanOrArabic, close: [":", " ", "、"]),
  ]

  /// What the marks of all shapes may begin with.
  private static let initials = UnitSet(shapes.flatMap(\.initials))

  private static func leadingMark(_ line: Range<Int>, in text: FoldedText) -> ItemMark? {
    guard initials.contains(text[line.lowerBound]) else { return nil }
    for index in shapes.indices where text.matches(shapes[index].open, at: line.lowerBound, limit: line.upperBound) {
      let shape = shapes[index]
      let start = line.lowerBound + shape.open.count
      guard let numeral = shape.numeral.read(in: text, at: start, limit: line.upperBound) else { continue }
      let isBare = numeral.end == line.upperBound
      guard
        let close = shape.close.first(where: { text.matches($0, at: numeral.end, limit: line.upperBound) })
          ?? (isBare ? [] : nil)
      else { continue }
      let end = numeral.end + close.count
      let title = shape.isOrnament ? text.skippingSpaces(from: end, to: line.upperBound) : line.lowerBound
      return ItemMark(
        series: .leading(index), ordinal: numeral.ordinal, span: line.lowerBound..<end,
        title: title..<line.upperBound, isOrnament: shape.isOrnament)
    }
    return nil
  }

  // MARK: Numbers behind the title

  /// 活動方案1, 活動方案(2), 活動方案三, 活動方案 篇4, 活動方案【五】.
  private static func numberedTitle(_ line: Range<Int>, in text: FoldedText) -> ItemMark? {
    var end = line.upperBound
    if end > line.lowerBound, text[end - 1].isAny(.close) { end -= 1 }
    var start = end
    while start > line.lowerBound, text[start - 1].isAny([.digit, .hanNumeral]), end - start < 4 { start -= 1 }
    guard start < end,
      let numeral = NumeralKind.hanOrArabic.read(in: text, at: start, limit: end), numeral.end == end,
      (1...200).contains(numeral.ordinal)
    else { return nil }
    var stemEnd = start
    if stemEnd > line.lowerBound, text[stemEnd - 1].isAny(.open) { stemEnd -= 1 }
    if let word = Self.counters.first(where: { text.matches($0, endingAt: stemEnd, start: line.lowerBound) }) {
      stemEnd -= word.count
    }
    stemEnd = text.trimmingSpaces(from: line.lowerBound, to: stemEnd)
    guard stemEnd - line.lowerBound >= shortestStem, text[stemEnd - 1].isAny([.han, .close]),
      !parts.contains(where: { text.matches($0, endingAt: stemEnd, start: line.lowerBound) })
    else { return nil }
    return ItemMark(
      series: .title(text.units[line.lowerBound..<stemEnd].filter { $0 != " " }), ordinal: numeral.ordinal,
      span: stemEnd..<line.upperBound, title: line, isOrnament: false)
  }

  /// What is numbered so within one document.
  private static let parts = ["附件", "附表", "附录", "附图", "表", "图", "阶段", "步", "部分"].map { FoldUnit.fold($0) }
  private static let counters = ["篇", "范文", "第", "之", "-"].map(FoldUnit.fold)
  /// 方案1 alone may number documents; a single character may not.
  private static let shortestStem = 2
}
