import HanText

/// Finds the documents of a page: which blocks belong to which, and what stands around them.
struct DocumentSplitter {
  /// The blocks of one document.
  struct Part: Hashable {
    /// The page's own mark for it (`❶`), in scalars of the page.
    var label: Range<Int>?
    /// The title's words, a span for each line that it is set in; empty where the document has no title of its own.
    var title: [Range<Int>] = []
    /// The first block of the title.
    var titleBlock: Int?
    /// Its blocks, the title's first where it has one.
    var blocks: Range<Int>
    /// The blocks before it that introduce the page or the item.
    var introduction: Range<Int>
  }

  private let page: BlockText
  private let names: [PageName]
  /// The blocks that bear a mark, rising: few do. Marks of one series have the same number.
  private let marked: [(block: Int, mark: ItemMark, series: Int)]

  init(_ page: BlockText, title: String?) {
    self.page = page
    names = PageName.names(of: page, title: title)
    var marked: [(block: Int, mark: ItemMark, series: Int)] = []
    var series: [ItemMark.Series: Int] = [:]
    for index in page.blocks.indices {
      let line = page.blocks[index].span
      guard ItemMark.mayBear(line, in: page.text), !page.blocks[index].isTable,
        let mark = ItemMark.reading(line, in: page.text)
      else { continue }
      let number = series[mark.series] ?? series.count
      if number == series.count { series[mark.series] = number }
      marked.append((index, mark, number))
    }
    self.marked = marked
  }

  /// The documents of the page, in reading order.
  func parts() -> [Part] {
    let whole = 0..<page.blocks.count
    let items = row(in: whole) { $0.isOrnament }
    var parts: [Part] = []
    guard !items.isEmpty else {
      split(whole, label: nil, into: &parts)
      return parts
    }
    for place in items.indices {
      let item = items[place]..<items.follower(of: place, or: whole.upperBound)
      split(item, label: mark(of: item.lowerBound)?.span, into: &parts)
    }
    parts[0].introduction = whole.lowerBound..<parts[0].introduction.upperBound
    return parts
  }

  /// Adds the documents of one item of a page, or of a page without items: one or more.
  private func split(_ blocks: Range<Int>, label: Range<Int>?, into parts: inout [Part]) {
    let titles = row(in: blocks) { !$0.isOrnament }
    guard let first = titles.first, !standsAlone(blocks.lowerBound..<first) else {
      parts.append(single(blocks, label: label))
      return
    }
    for place in titles.indices {
      let start = titles[place]
      parts.append(
        Part(
          label: label, title: mark(of: start).map { [$0.title] } ?? [], titleBlock: start,
          blocks: start..<titles.follower(of: place, or: blocks.upperBound),
          introduction: start == first ? blocks.lowerBound..<first : start..<start))
    }
  }

  private func single(_ blocks: Range<Int>, label: Range<Int>?) -> Part {
    if label != nil, let mark = mark(of: blocks.lowerBound) {
      return Part(
        label: label, title: [mark.title], titleBlock: blocks.lowerBound, blocks: blocks,
        introduction: blocks.lowerBound..<blocks.lowerBound)
    }
    let title = TitleFinder.title(in: page, blocks: blocks, names: names)
    return Part(
      label: label, title: title.map { page.blocks[$0].map(\.span) } ?? [], titleBlock: title?.lowerBound,
      blocks: blocks,
      introduction: blocks.lowerBound..<blocks.lowerBound)
  }

  /// The blocks whose marks count 1, 2, 3 … in the series with most members; empty where no series has two members that
  /// each have text of their own.
  ///
  /// A series may begin again, as on a page of several collections. A run whose members have no text between them is an
  /// index of links and is left out.
  private func row(in blocks: Range<Int>, where isEligible: (ItemMark) -> Bool) -> [Int] {
    let places = place(of: blocks.lowerBound)..<place(of: blocks.upperBound)
    guard places.count > 1 else { return [] }
    var series: [Int: [Run]] = [:]
    for place in places where isEligible(marked[place].mark) {
      Run.count(marked[place].mark.ordinal, at: marked[place].block, in: &series[marked[place].series, default: []])
    }
    var longest: [Int] = []
    for runs in series.values {
      var row: [Int] = []
      for place in runs.indices where runs[place].blocks.count > 1 {
        let end = place + 1 < runs.count ? runs[place + 1].blocks[0] : blocks.upperBound
        if haveText(runs[place].blocks, upTo: end) { row += runs[place].blocks }
      }
      guard let first = row.first else { continue }
      if longest.isEmpty || (longest.count, -longest[0]) < (row.count, -first) { longest = row }
    }
    return longest
  }

  /// Members of a series that count up.
  private struct Run {
    var blocks: [Int]
    var last: Int

    /// Counts a member of a series in its last run, or in a new one where it is the first.
    static func count(_ ordinal: Int, at block: Int, in runs: inout [Run]) {
      let last = runs.last?.last ?? 0
      // A number may be missing where a page lost one of its documents.
      if last > 0, ordinal == last + 1 || ordinal == last + 2 {
        runs[runs.count - 1].blocks.append(block)
        runs[runs.count - 1].last = ordinal
      } else if ordinal == 1 {
        runs.append(Run(blocks: [block], last: ordinal))
      }
    }
  }

  /// The mark that a block bears, or nil.
  private func mark(of block: Int) -> ItemMark? {
    let place = place(of: block)
    return place < marked.count && marked[place].block == block ? marked[place].mark : nil
  }

  /// How many blocks before this one bear a mark.
  private func place(of block: Int) -> Int {
    marked.partitioningIndex { $0.block >= block }
  }

  /// Whether the members of a run are documents: hardly any stands without a block of its own behind it.
  private func haveText(_ run: [Int], upTo end: Int) -> Bool {
    let bare = run.indices.count { run[$0] + 1 == run.follower(of: $0, or: end) }
    return bare * 3 <= run.count
  }

  /// Whether what stands before the first numbered title is a document of its own, not the page's introduction.
  private func standsAlone(_ blocks: Range<Int>) -> Bool {
    let numbered = blocks.count { index in
      MarkerReader.shared.read(
        in: page.text, at: page.blocks[index].span.lowerBound, limit: page.blocks[index].span.upperBound) != nil
    }
    return numbered > 2
  }
}

extension [Int] {
  /// What stands behind a place, or, behind the last one, what is given.
  fileprivate func follower(of place: Int, or end: Int) -> Int {
    place + 1 < count ? self[place + 1] : end
  }
}
