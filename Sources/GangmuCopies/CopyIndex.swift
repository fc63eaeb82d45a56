/// Takes in the texts of a corpus one by one and keeps of each what copies are found by: a hash, a sketch, its anchors.
///
///     var index = CopyIndex(options: CopyOptions())
///     for text in texts { try index.add(ContentUnits(text), rawHash: …) }
///     let copies = try index.copies { ContentUnits(texts[$0]) }
///
/// A text with the content of an earlier one costs 20 bytes, any other about 270 and 8 for each dozen of its characters;
/// of the texts themselves only the first are kept, up to a sixteenth of the memory; others are read again for comparison.
public struct CopyIndex: ~Copyable {
  let options: CopyOptions
  /// For each text added: the first text with its content, as a number in the order of distinct contents.
  private(set) var contents: [Int32] = []
  /// For each text added: a hash of it as it was written, to tell an exact copy from a script variant.
  public private(set) var rawHashes: [UInt64] = []
  /// For each distinct content the text that had it first.
  private(set) var firstTexts: [Int32] = []
  /// For each distinct content its length in units.
  private(set) var lengths: [Int32] = []
  private(set) var anchorCounts: [UInt32] = []
  /// For each distinct content who owns it, empty where each text is its own.
  private(set) var owners: [Int32] = []
  private var numbers: [ContentHash: Int32] = [:]
  var sketches = SpillableBuffer<UInt16>()
  var postings = SpillableBuffer<UInt64>()

  /// How common shingles are, counted on a sample.
  private(set) var frequencies = ShingleFrequencies()
  /// The first contents, kept for comparison as long as there is room.
  private(set) var kept: [ContentUnits] = []
  private var keptBytes = 0

  private var hashes: [UInt64] = []
  private var values: [UInt64] = []
  private var anchors: [UInt32] = []
  private var anchorHashes: [UInt32] = []

  /// Makes an empty index.
  public init(options: CopyOptions = CopyOptions()) {
    self.options = options
  }

  /// The number of texts added.
  public var count: Int { contents.count }

  /// Adds a text. `rawHash` stands for the text as it was written. Texts of the same `owner`, such as the sections of one
  /// document, are not compared with each other.
  /// - Throws: `CopyFailure` where memory ends or the temporary file cannot be written.
  public mutating func add(_ content: ContentUnits, rawHash: UInt64, owner: Int? = nil) throws(CopyFailure) {
    rawHashes.append(rawHash)
    let next = Int32(truncatingIfNeeded: firstTexts.count)
    guard content.count > 0 else {
      // An empty text is a copy of nothing.
      contents.append(-1)
      return
    }
    let hash = ContentHash(content.units)
    if let known = numbers[hash] {
      contents.append(known)
      return
    }
    numbers[hash] = next
    contents.append(next)
    firstTexts.append(Int32(truncatingIfNeeded: contents.count - 1))
    lengths.append(Int32(truncatingIfNeeded: content.count))
    if let owner { owners.append(Int32(truncatingIfNeeded: owner)) }
    keep(content)
    try sign(content)
    if Self.isSampled(Int(next)) { frequencies.add(hashes) }
    try addAnchors(of: content, number: UInt64(next))
    try spillIfNeeded()
  }

  private mutating func keep(_ content: ContentUnits) {
    let bytes = content.count * 2 + content.sentenceEnds.count * 4 + 96
    guard kept.count == firstTexts.count - 1, keptBytes + bytes <= options.memory / 16 else { return }
    kept.append(content)
    keptBytes += bytes
  }

  /// Of the first 256 contents all are counted, then every second up to twice as many, every fourth, and so on.
  private static func isSampled(_ number: Int) -> Bool {
    let step = Int.bitWidth - (number >> 8).leadingZeroBitCount
    return number & ((1 << step) - 1) == 0
  }

  private mutating func sign(_ content: ContentUnits) throws(CopyFailure) {
    ShingleHashes.fill(&hashes, of: content.units, length: options.shingleLength)
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(.max, count: SimilaritySketch.slotCount))
    SimilaritySketch.fill(&values, from: hashes)
    try sketches.append(contentsOf: values.lazy.map { UInt16(truncatingIfNeeded: $0) })
  }

  private mutating func addAnchors(of content: ContentUnits, number: UInt64) throws(CopyFailure) {
    anchors.removeAll(keepingCapacity: true)
    Anchors.append(to: &anchors, of: content.units, scratch: &anchorHashes)
    anchorCounts.append(UInt32(truncatingIfNeeded: anchors.count))
    try postings.append(contentsOf: anchors.lazy.map { UInt64($0) << 32 | number })
  }

  private mutating func spillIfNeeded() throws(CopyFailure) {
    // Half of the memory is for the buffers, the rest for tables, sorting and comparison.
    guard sketches.byteCount + postings.byteCount > options.memory / 2 else { return }
    if postings.byteCount > sketches.byteCount {
      try postings.spill(to: options.temporaryFolder)
    } else {
      try sketches.spill(to: options.temporaryFolder)
    }
  }

  /// Lets go of what is needed only while texts are added.
  mutating func endAdding() {
    numbers = [:]
    frequencies.finish()
    (hashes, values, anchors, anchorHashes) = ([], [], [], [])
  }
}
