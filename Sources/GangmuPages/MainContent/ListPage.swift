import HanText

/// Tells a page that lists documents from one that holds one.
struct ListPage {
  private let facts: [BlockFacts]
  private let scores: ElementScores

  init(_ facts: [BlockFacts], _ scores: ElementScores) {
    self.facts = facts
    self.scores = scores
  }

  /// Whether the page is nothing but a list: many links, perhaps with a date or a summary below each, and no article.
  var isList: Bool { isListOfLinks || isListOfSummaries }

  /// Many lines of links, some with a date, and hardly a sentence beside them.
  private var isListOfLinks: Bool {
    let lines = facts.count { $0.links > 0 }
    return lines >= Self.fewestLinks && lines * 10 >= facts.count * 6
      && scores.links[0] * 10 >= scores.length[0] * 4
      && unlinkedText <= Self.longestText
  }

  /// Titles that are links, each with a summary below it.
  private var isListOfSummaries: Bool {
    var summaries = 0
    var texts = 0
    for index in facts.indices where scores.scores[index].text > 0 {
      texts += 1
      if index > 0, scores.scores[index - 1].links > 0 || facts[index].links > 0 { summaries += 1 }
    }
    return summaries >= Self.fewestSummaries && summaries * 10 >= texts * 9
  }

  /// The running text of blocks that neither hold a link nor stand right below one.
  private var unlinkedText: Int {
    facts.indices.reduce(0) { sum, index in
      let isSummary = facts[index].links > 0 || index > 0 && scores.scores[index - 1].links > 0
      return isSummary ? sum : sum + scores.scores[index].text
    }
  }

  private static let fewestLinks = 20
  private static let fewestSummaries = 8
  /// The score of an imprint and a summary of the site.
  private static let longestText = 120
}
