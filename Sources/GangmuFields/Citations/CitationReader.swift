import HanText

/// Finds the documents that a text cites: 《…》 with what stands inside, a document number beside it, and numbers alone.
///
/// A class: a struct of tables would be copied, and each table counted, where it is asked.
final class CitationReader: Sendable {
  private let numbers = DocumentNumberReader()
  private let endings = SuffixTable(CitationWords.noDocument)
  private let after = PhraseTable(CitationWords.noDocumentAfter)
  private let before = SuffixTable(CitationWords.noDocumentBefore)

  /// The longest title; what is longer was never closed.
  private static let maximumTitle = 160

  /// The citations of a text, in reading order.
  func citations(in content: BlockText, signals: TextSignals) -> [Citation] {
    let text = content.text
    var citations: [Citation] = []
    let signals = signals.citations
    var cursor = signals.startIndex
    let blocks = content.blocks
    var line = 0
    while line < blocks.count, cursor < signals.endIndex {
      let block = blocks[line].span
      line += 1
      if signals[cursor] >= block.upperBound { continue }
      let first = citations.count
      var floor = block.lowerBound
      var next = floor
      while cursor < signals.endIndex, case let offset = Int(signals[cursor]), offset < block.upperBound {
        cursor += 1
        guard offset >= next else { continue }
        if text[offset] == "《" {
          guard let close = closing(of: offset, limit: block.upperBound, in: text) else { continue }
          next = close + 1
          guard let citation = citation(open: offset, close: close, floor: floor, limit: block.upperBound, in: text)
          else { continue }
          citations.append(citation)
          next = citation.span.upperBound
          floor = next
        } else if let number = numbers.number(at: offset, lower: floor, upper: block.upperBound, in: text) {
          floor = number.upperBound
          next = floor
          citations.append(Citation(title: nil, number: number, span: number, rule: "citation.number", confidence: 0.9))
        }
      }
      guard citations.count > first else { continue }
      joinNumbers(&citations, from: first, in: text)
      dropOwnNumber(&citations, from: first, block: block, in: text)
    }
    return citations
  }

  /// Where 《 at `offset` closes, 《》 and 〈〉 inside it counted.
  private func closing(of offset: Int, limit: Int, in text: FoldedText) -> Int? {
    let end = min(limit, offset + Self.maximumTitle)
    var depth = 0
    var last: Int?
    for place in offset..<end {
      if text[place] == "《" { depth += 1 }
      if text[place] == "》" {
        depth -= 1
        last = place
        if depth == 0 { return place }
      }
    }
    // 《关于印发《方案》的通知》 is often closed once only: then the first close counts.
    return last.map { _ in (offset..<end).first { text[$0] == "》" } ?? offset }
  }

  private func citation(open: Int, close: Int, floor: Int, limit: Int, in text: FoldedText) -> Citation? {
    let title = open + 1..<close
    guard !title.isEmpty, isDocument(title, open: open, close: close, floor: floor, limit: limit, in: text) else {
      return nil
    }
    var citation = Citation(
      title: title, number: nil, span: open..<close + 1, rule: "citation.title", confidence: 0.95)
    if let number = bracketedNumber(after: close + 1, limit: limit, in: text) {
      citation.number = number.number
      citation.span = open..<number.end
      citation.rule = "citation.title_number"
    }
    return citation
  }

  private func isDocument(_ title: Range<Int>, open: Int, close: Int, floor: Int, limit: Int, in text: FoldedText)
    -> Bool
  {
    if endings.longestMatch(in: text, endingAt: title.upperBound, lower: title.lowerBound) != nil { return false }
    if after.longestMatch(in: text, at: close + 1, limit: limit) != nil { return false }
    return before.longestMatch(in: text, endingAt: open, lower: max(floor, open - 6)) == nil
  }

  /// The number in the bracket behind a title: 《…方案》(中網辦發文〔20__〕2號).
  private func bracketedNumber(after start: Int, limit: Int, in text: FoldedText) -> (number: Range<Int>, end: Int)? {
    guard start < limit, text[start] == "(" || text[start] == "[" || text[start] == "〔",
      let close = text.closing(of: start, limit: limit, reach: 60),
      let sign = (start..<close).last(where: { text[$0] == "号" }),
      let number = numbers.number(at: sign, lower: start + 1, upper: close, in: text)
    else { return nil }
    return (number, close + 1)
  }

  /// Gives a number that stands right before a title to it: 国发〔2015〕3号《…》, 国发〔2015〕3号文件《…》.
  private func joinNumbers(_ citations: inout [Citation], from first: Int, in text: FoldedText) {
    guard citations.count > first + 1, citations[first...].contains(where: { $0.title == nil }) else { return }
    var joined: [Citation] = []
    for title in citations[first...] {
      guard let number = joined.last else {
        joined.append(title)
        continue
      }
      let gap = number.span.upperBound..<title.span.lowerBound
      if number.title == nil, title.title != nil, title.number == nil, gap.count <= 2,
        gap.allSatisfy({ text[$0] == " " || text[$0] == "文" || text[$0] == "件" })
      {
        var whole = title
        whole.number = number.number
        whole.span = number.span.lowerBound..<title.span.upperBound
        whole.rule = "citation.number_title"
        joined[joined.count - 1] = whole
      } else {
        joined.append(title)
      }
    }
    citations.replaceSubrange(first..., with: joined)
  }

  /// A line that is nothing but a number, or a label before it, is the document's own number, cited by nobody.
  private func dropOwnNumber(_ citations: inout [Citation], from first: Int, block: Range<Int>, in text: FoldedText) {
    guard citations.count > first, case let own = citations[first], own.title == nil else { return }
    let rest = text.trimming(block.lowerBound..<own.span.lowerBound, Trim.punctuation)
    let tail = text.trimming(own.span.upperBound..<block.upperBound, Trim.punctuation)
    let label = CitationWords.ownLabels.longestMatch(
      in: text, endingAt: rest.upperBound, lower: rest.lowerBound, skippingSpaces: true)
    // In a row of labels and values (发文字号:|国办发〔2018〕1号|发布日期:|…) more may follow.
    let isLabelled = label.map { label in
      label.span.lowerBound == rest.lowerBound || text[label.span.lowerBound - 1].isAny([.space, .clauseEnd])
        || text[label.span.lowerBound - 1] == "\t"
    }
    if isLabelled ?? (rest.isEmpty && tail.isEmpty) { citations.remove(at: first) }
  }
}

/// What 《》 names that is no document.
enum CitationWords {
  /// Endings of a title.
  static let noDocument = "证书 奖状 聘书 日报 晚报 时报 晨报 周刊 周报 月刊 杂志 学报 之歌 进行曲 毕业证 身份证 教育报 青年报".words
  /// What follows 》.
  static let noDocumentAfter =
    """
    栏目 节目 游戏 电影 歌曲 微电影 短片 一书 杂志 报 晚会 话剧 小品 歌 一歌 舞蹈 视频 纪录片 宣传片 专题片 动画片 动漫 影片 等歌曲 等影片 等电影 \
    等节目 的歌曲 一文 舞台剧 情景剧 绘本 证书 画册 专栏 微视频
    """.words
  /// What stands before 《.
  static let noDocumentBefore =
    """
    观看 播放 演唱 合唱 齐唱 高唱 歌曲 电影 影片 节目 游戏 绘本 课文 小品 话剧 纪录片 宣传片 专题片 朗诵 视频 动画片 短片 微电影 舞蹈 颁发 诗歌 \
    古诗 阅读 主题曲 栏目 演讲 奏唱 唱
    """.words
  /// Labels of a document's own number.
  static let ownLabels = SuffixTable("发文字号 文号 发文号 字号 发文文号 文件编号 发文 文件号".words)
}
