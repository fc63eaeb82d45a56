import HanText

/// Reads what a page says about itself: in `meta` elements, and in the lines beside its article (来源:新華社 2019-09-07 10:20).
struct ParticularsReader {
  private let text: FoldedText

  /// The particulars that lines state. Of several, the first counts; a day behind 发布日期 goes before any other, and one
  /// behind 成文日期 is that of the document's signing, not of the page.
  ///
  /// - Parameters:
  ///   - lines: The lines around an article that are no part of it.
  ///   - table: The rows of the table above an official document (`DocumentTable`), which states both days.
  ///   - meta: The page's `meta` elements: content by name in lower case. They come first.
  static func read(
    _ lines: [Range<Int>], table: [Range<Int>], in text: FoldedText, meta: [String: String]
  ) -> PageParticulars {
    let reader = ParticularsReader(text: text)
    var particulars = PageParticulars()
    particulars.published =
      dateNames.lazy.compactMap { meta[$0] }.compactMap { value in
        let value = FoldedText(value)
        return ParticularsReader(text: value).day(in: 0..<value.count)
      }.first
    particulars.source = sourceNames.lazy.compactMap { meta[$0] }.map(withoutLabel).first { !$0.isEmpty }
    let lines = lines.filter { $0.count <= longestLine }
    if particulars.source == nil { particulars.source = lines.lazy.compactMap { reader.source(in: $0) }.first }
    if particulars.published == nil {
      particulars.published =
        (lines + table).lazy.compactMap { reader.labelledDay(in: $0) }.first
        ?? lines.lazy.compactMap { reader.day(in: $0) }.first
    }
    return particulars
  }

  /// The names that content systems give to the date of publication and to the source, in the order of trust.
  private static let dateNames = [
    "pubdate", "publishdate", "article:published_time", "og:release_date", "date", "weibo:article:create_at",
    "publish_time",
    "datepublished",
  ]
  private static let sourceNames = ["contentsource", "source", "og:article:author"]
  static let names = Set(dateNames + sourceNames)

  /// `來源:新華社` without its label.
  private static func withoutLabel(_ value: String) -> String {
    let text = FoldedText(value)
    let label = labels.longestMatch(in: text, at: 0, limit: text.count)?.span.upperBound ?? 0
    return text.string(label..<text.count)
  }

  private static let longestLine = 200

  /// The day right behind a label that says when a page was published, in the same line or cell or the next.
  private func labelledDay(in line: Range<Int>) -> String? {
    var rest = line
    while let label = Self.publications.firstMatch(in: text, within: rest) {
      guard label.span.lowerBound < line.lowerBound + Self.longestLine else { return nil }
      rest = label.span.lowerBound + 1..<line.upperBound
      var start = label.span.upperBound
      let limit = min(text.count, start + Self.labelReach)
      while start < limit, text[start].digitValue == nil, !text[start].isAny([.han, .latin]) { start += 1 }
      guard start < limit, text[start].digitValue != nil else { continue }
      if let day = day(in: start..<min(text.count, start + Self.longestDay)) { return day }
    }
    return nil
  }

  private static let labelReach = 8
  /// 2019年09月07日
  private static let longestDay = 11
  private static let publications = PhraseTable([
    "发布日期", "发布时间", "公开日期", "公开时间", "发表日期", "发表时间", "上传时间", "上版日期", "张贴日期", "公告日期", "发布于", "发表于",
  ])
  private static let signings = PhraseTable(["成文日期", "成文时间", "发文日期", "发文时间"])

  /// The first day with its year that is not the day of signing: 2019-09-07, 2019/9/7, 2019.09.07, 2019年9月7日.
  func day(in line: Range<Int>) -> String? {
    guard holds(line, where: { $0.digitValue != nil }) else { return nil }
    var offset = line.lowerBound
    var isOfSigning = false
    while offset < line.upperBound {
      guard text[offset].digitValue != nil else {
        if Self.signings.longestMatch(in: text, at: offset, limit: line.upperBound) != nil { isOfSigning = true }
        offset += 1
        continue
      }
      let year = number(at: offset, limit: line.upperBound)
      defer { offset = max(year.end, offset + 1) }
      guard year.end - offset == 4, (1990...2100).contains(year.value) else { continue }
      guard let month = part(after: year.end, within: 1...12, limit: line.upperBound),
        let day = part(after: month.end, within: 1...31, limit: line.upperBound)
      else { continue }
      if isOfSigning {
        isOfSigning = false
        continue
      }
      func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      return "\(year.value)-\(twoDigits(month.value))-\(twoDigits(day.value))"
    }
    return nil
  }

  private func holds(_ line: Range<Int>, where condition: (FoldUnit) -> Bool) -> Bool {
    text.units.withUnsafeBufferPointer { units in units[line].contains(where: condition) }
  }

  private static let separators: Set<FoldUnit> = ["-", "/", ".", "年", "月"]

  private func part(after separator: Int, within range: ClosedRange<Int>, limit: Int) -> (value: Int, end: Int)? {
    guard separator < limit, Self.separators.contains(text[separator]) else { return nil }
    let number = number(at: separator + 1, limit: limit)
    return number.end > separator + 1 && number.end <= separator + 3 && range.contains(number.value) ? number : nil
  }

  private func number(at start: Int, limit: Int) -> (value: Int, end: Int) {
    var value = 0
    var end = start
    while end < limit, let digit = text[end].digitValue {
      value = min(value * 10 + digit, 1_000_000)
      end += 1
    }
    return (value, end)
  }

  /// What stands behind 來源: up to a space, a mark, or the next label.
  private func source(in line: Range<Int>) -> String? {
    guard holds(line, where: { $0 == "来" }) else { return nil }
    for offset in line where text[offset] == "来" {
      guard let label = Self.labels.longestMatch(in: text, at: offset, limit: line.upperBound) else { continue }
      let start = text.skippingSpaces(from: label.span.upperBound, to: line.upperBound)
      var end = start
      while end < line.upperBound, end - start < 30, !text[end].isAny([.space, .close, .clauseEnd]),
        text[end].digitValue == nil, text[end] != "|",
        Self.next.longestMatch(in: text, at: end, limit: line.upperBound) == nil
      { end += 1 }
      if end > start + 1 { return text.string(start..<end) }
    }
    return nil
  }

  private static let labels = PhraseTable(["来源:", "来源 :", "来源于:", "来源于"])
  private static let next = PhraseTable([
    "作者", "编辑", "责任编辑", "发布", "发表", "浏览", "点击", "阅读", "时间", "日期", "字号", "举报", "分享", "打印",
  ])
}
