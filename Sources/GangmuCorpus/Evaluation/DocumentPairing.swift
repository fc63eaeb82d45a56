/// Matches the documents of gold with those of a run on one page: by title, then by the sections that both have.
enum DocumentPairing {
  static func pairs(
    _ golds: [DocumentView], _ predictions: [DocumentView]
  ) -> [(gold: DocumentView?, predicted: DocumentView?)] {
    var found: [(gold: Int, predicted: Int)] = []
    var used: Set<Int> = []
    for byTitle in [true, false] {
      for (index, gold) in golds.enumerated() where !found.contains(where: { $0.gold == index }) {
        var best: Int?
        var bestScore = 0.0
        for (candidate, predicted) in predictions.enumerated() where !used.contains(candidate) {
          let score =
            byTitle
            ? titleScore(gold, predicted)
            : sectionScore(gold, predicted, areAlone: golds.count == 1 && predictions.count == 1)
          if score > bestScore { (best, bestScore) = (candidate, score) }
        }
        if let best {
          found.append((index, best))
          used.insert(best)
        }
      }
    }
    var pairs: [(gold: DocumentView?, predicted: DocumentView?)] = found.map {
      (golds[$0.gold], predictions[$0.predicted])
    }
    for (index, gold) in golds.enumerated() where !found.contains(where: { $0.gold == index }) {
      pairs.append((gold, nil))
    }
    for (index, predicted) in predictions.enumerated() where !used.contains(index) { pairs.append((nil, predicted)) }
    return pairs
  }

  private static func titleScore(_ gold: DocumentView, _ predicted: DocumentView) -> Double {
    guard let title = gold.title, !title.isEmpty else { return 0 }
    return ComparedText.bare(title) == ComparedText.bare(predicted.title) ? 1 : 0
  }

  private struct Key: Hashable {
    var marker: String
    var starts: String
  }

  private static func sectionScore(_ gold: DocumentView, _ predicted: DocumentView, areAlone: Bool) -> Double {
    let golds = Set(gold.sections.map { Key(marker: $0.marker, starts: SectionKey.prefix($0.starts)) })
    let predictions = Set(predicted.sections.map { Key(marker: $0.marker, starts: SectionKey.prefix($0.starts)) })
    if golds.isEmpty, predictions.isEmpty { return areAlone ? 0.3 : 0 }
    let score = Double(golds.intersection(predictions).count) / Double(max(1, golds.union(predictions).count))
    return score < 0.3 ? 0 : score
  }
}

/// What a section is told by: level, marker, and the first five characters of its text.
struct SectionKey: Hashable {
  var level: Int
  var marker: String
  var starts: String

  init(_ section: DocumentView.Section) {
    level = section.level
    marker = section.marker
    starts = Self.prefix(section.starts)
  }

  static func prefix(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(5)))
  }
}
