import GangmuDates
import GangmuOutline
import HanText

/// A document with what has been read from it so far: what each field reader looks at.
struct DocumentContext: Sendable {
  let document: OutlinedDocument
  let dates: [DateExpression]
  /// Where the markers of the sections stand.
  let markers: MarkerIndex
  /// Where the marks stand that the readers start from.
  let signals: TextSignals
  var labels: [LabelOccurrence] = []
  let kind: DocumentKind
  var roles: [SectionRole] = []
  /// The sentences and brackets in which a duty may stand.
  var pieces = SentencePieces()
  /// How many brackets of actors each section holds, by its id.
  var dutyBrackets: [Int: Int] = [:]
  /// The blocks of the page's footer (主办单位 of a website, its 备案号), whose actors have no part in the document.
  private var footer: Set<Int> = []
  /// Whether some line is a row of a table.
  let hasTables: Bool

  init(document: OutlinedDocument, kind: DocumentKind, dates: [DateExpression], signals: TextSignals) {
    self.document = document
    self.kind = kind
    self.dates = dates
    self.signals = signals
    markers = MarkerIndex(document.sections)
    hasTables = document.content.blocks.contains { if case .tableRow = $0.kind { true } else { false } }
  }

  /// Whether a plain 由 with its actor tells of a duty: in what plans, orders or rules. A story tells with it what happened.
  var saysWhoByBy: Bool {
    switch kind {
    case .news, .speech, .summary, .report: false
    case .plan, .notice, .opinion, .regulation, .qa, .other: true
    }
  }

  /// Whether a block belongs to the footer of the website.
  func isFooter(_ block: Int) -> Bool { footer.contains(block) }

  /// Finds the footer: the lines that name who runs the website and its registration, at the end.
  mutating func findFooter() {
    let last = blocks.indices.suffix(12)
    guard let first = last.first else { return }
    for place in signals.footers.indices.reversed() {
      let offset = Int(signals.footers[place])
      if offset < blocks[first].span.lowerBound { break }
      guard Self.footerWords.longestMatch(in: text, at: offset, limit: text.count) != nil,
        let index = block(at: offset), offset - blocks[index].span.lowerBound < 400
      else { continue }
      for block in max(0, index - 2)...min(blocks.count - 1, index + 2) where blocks[block].span.count <= 300 {
        footer.insert(block)
      }
    }
  }

  private static let footerPhrases =
    "icp备 版权所有 备案序号 网站标识码 公网安备 运行维护单位 运行维护: copyright 技术支持: 网站地图 备案号: 建议使用".words
  private static let footerWords = PhraseTable(footerPhrases)
  /// How those words begin.
  static let footerStarts = footerPhrases.compactMap { phrase -> SignalTable.Start? in
    let units = FoldUnit.fold(phrase)
    return units.first.map { .init(first: $0, second: units.dropFirst().first) }
  }

  var text: FoldedText { document.text }
  var blocks: [Block] { document.content.blocks }

  /// The role of the innermost section that holds an offset, or nil outside of all.
  func role(at offset: Int) -> SectionRole? {
    document.sectionID(at: offset).map { roles[$0] }
  }

  /// The index of the block that holds an offset, or nil.
  func block(at offset: Int) -> Int? {
    let index = blocks.partitioningIndex { $0.span.upperBound > offset }
    return index < blocks.count && blocks[index].span.lowerBound <= offset ? index : nil
  }

  /// The indices of the dates that begin within a span.
  func dates(in span: Range<Int>) -> Range<Int> {
    let lower = firstDate(from: span.lowerBound)
    return lower..<max(lower, firstDate(from: span.upperBound))
  }

  /// Whether a date begins within a span.
  func hasDate(in span: Range<Int>) -> Bool {
    let first = firstDate(from: span.lowerBound)
    return first < dates.count && dates[first].span.lowerBound < span.upperBound
  }

  /// The index of the first date that begins at an offset or after it.
  private func firstDate(from offset: Int) -> Int {
    dates.partitioningIndex { $0.span.lowerBound >= offset }
  }

  /// The indices of the labels that begin within a span.
  func labels(in span: Range<Int>) -> Range<Int> {
    let lower = firstLabel(from: span.lowerBound)
    return lower..<max(lower, firstLabel(from: span.upperBound))
  }

  /// Whether a label begins within a span.
  func hasLabel(in span: Range<Int>) -> Bool {
    let first = firstLabel(from: span.lowerBound)
    return first < labels.count && labels[first].label.lowerBound < span.upperBound
  }

  /// The index of the first label that begins at an offset or after it.
  private func firstLabel(from offset: Int) -> Int {
    labels.partitioningIndex { $0.label.lowerBound >= offset }
  }
}
