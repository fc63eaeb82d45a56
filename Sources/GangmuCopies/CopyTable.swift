/// Turns what was found about distinct contents into one `Copy` for each text.
struct CopyTable {
  let links: CopyLinks
  let contents: [Int32]
  let firstTexts: [Int32]

  func copies() -> [Copy] {
    var numbers: [Int32: Int] = [:]
    var nextCluster = 0
    let related = relatedTexts()
    return contents.indices.map { text in
      let content = contents[text]
      guard content >= 0 else {
        defer { nextCluster += 1 }
        return Copy(cluster: nextCluster, representative: text, relation: nil, jaccard: 1, containment: 1)
      }
      let head = clusterHead(of: content)
      if numbers[head] == nil {
        numbers[head] = nextCluster
        nextCluster += 1
      }
      var copy = copy(of: text, content, cluster: numbers[head] ?? 0)
      copy.related = related[content, default: []].filter { $0.text != copy.representative }
      return copy
    }
  }

  /// The content that represents the cluster of a content.
  private func clusterHead(of content: Int32) -> Int32 {
    let head = links.stars.heads[Int(content)]
    return links.links[head]?.head ?? head
  }

  private func copy(of text: Int, _ content: Int32, cluster: Int) -> Copy {
    let stars = links.stars
    let first = Int(firstTexts[Int(content)])
    let (other, comparison): (Int32, TextComparison?) =
      if let comparison = stars.comparisons[content] {
        (stars.heads[Int(content)], comparison)
      } else if let link = links.links[content] {
        (link.head, link.comparison)
      } else if let template = links.templates[content], text == first {
        (template.head, template.comparison)
      } else {
        (content, nil)
      }
    guard let comparison else {
      return Copy(
        cluster: cluster, representative: first, relation: text == first ? nil : .exact, jaccard: 1, containment: 1)
    }
    return Copy(
      cluster: cluster, representative: Int(firstTexts[Int(other)]), relation: comparison.relation,
      jaccard: comparison.jaccard, containment: comparison.containment)
  }

  private func relatedTexts() -> [Int32: [Copy.Related]] {
    var related: [Int32: [Copy.Related]] = [:]
    for edge in links.edges where related[edge.first, default: []].count < Copy.relatedLimit {
      guard let relation = edge.comparison.relation else { continue }
      related[edge.first, default: []].append(
        Copy.Related(
          text: Int(firstTexts[Int(edge.second)]), relation: relation, similarity: edge.comparison.similarity))
    }
    return related
  }
}
