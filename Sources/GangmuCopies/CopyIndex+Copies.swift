extension CopyIndex {
  /// What each text is to the others, in the order in which they were added.
  ///
  /// - Parameter read: Gives the content of a text again, by its number in the order of adding; nil where it cannot be read.
  /// - Throws: `CopyFailure` where a text cannot be read again, memory ends or the temporary file cannot be written.
  public mutating func copies(reading read: @escaping (Int) -> ContentUnits?) throws(CopyFailure) -> CopyReport {
    var clock = CopyStages()
    endAdding()
    let sketches = UnsafeBufferPointer(sketches.elements)
    let bandPairs = BandCandidates.pairs(sketches: sketches, layout: BandLayout(), owners: owners)
    clock.end("bands")
    let anchorPairs = try anchorPairs()
    clock.end("anchors")

    let firstTexts = firstTexts
    let (lengths, kept) = (lengths, kept)
    let comparer = TextComparer(
      shingleLength: options.shingleLength, frequencies: frequencies, owners: owners, memory: options.memory / 8
    ) { $0 < kept.count ? kept[$0] : read(Int(firstTexts[$0])) }
    let stars = try CopyStars(pairs: bandPairs, count: firstTexts.count, slots: sketches) {
      (first, second) throws(CopyFailure) in try comparer.compare(first, second)
    }
    clock.end("near copies")
    let links = try CopyLinks(stars: stars, pairs: anchorPairs, lengths: lengths) {
      (first, second) throws(CopyFailure) in try comparer.compare(first, second)
    }
    clock.end("parts")
    return CopyReport(
      copies: CopyTable(links: links, contents: contents, firstTexts: firstTexts).copies(),
      candidates: bandPairs.count + anchorPairs.count, comparisons: comparer.count, stages: clock.stages)
  }

  private mutating func anchorPairs() throws(CopyFailure) -> [UInt64] {
    var scratch = SpillableBuffer<UInt64>()
    if postings.isSpilled { try scratch.spill(to: options.temporaryFolder) }
    try scratch.grow(to: postings.count)
    let pairs = AnchorCandidates.pairs(
      postings: postings.elements, scratch: scratch.elements, counts: anchorCounts, owners: owners,
      memory: options.memory / 4)
    postings.release()
    return pairs
  }
}
