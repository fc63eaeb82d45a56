import HanText

/// Where in a text the marks stand that the readers start from, found in one pass over the fold.
///
/// Most characters start nothing. Each reader looks at the few that may start something for it and jumps over the rest.
struct TextSignals: Sendable {
  /// A place that the reader of sentences stops at.
  struct SentenceMark: Sendable {
    fileprivate let place: Int32
    fileprivate let kinds: SignalTable.Kinds

    /// Where it stands.
    @inline(__always) var offset: Int { Int(place) }
    /// Whether a sentence may end here.
    @inline(__always) var isEnd: Bool { kinds.contains(.end) }
    /// Whether a bracket or a quotation mark opens here. Else a verb of duty may begin, by its first two units.
    @inline(__always) var isOpening: Bool { kinds.contains(.opening) }
  }

  /// The ends of sentences, what opens, and where verbs of duty may begin, in reading order.
  private(set) var sentences: [SentenceMark] = []
  /// All other places, those of one kind after those of another, each kind in reading order.
  private var places: [Int32] = []
  /// Where in `places` those of each kind end.
  private var ends = (colons: 0, citations: 0, themes: 0)

  /// The colons, which end labels.
  var colons: ArraySlice<Int32> { places[..<ends.colons] }
  /// 《 and 号, by which citations are found.
  var citations: ArraySlice<Int32> { places[ends.colons..<ends.citations] }
  /// Where 主题 stands.
  var themes: ArraySlice<Int32> { places[ends.citations..<ends.themes] }
  /// Where words that websites end with may stand.
  var footers: ArraySlice<Int32> { places[ends.themes...] }

  /// Finds the signals of a text.
  init(of text: FoldedText, by table: SignalTable) {
    text.units.withUnsafeBufferPointer { units in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: units.count) { found in
        let count = table.findPlaces(in: units, into: found)
        var others = 0
        sentences = [SentenceMark](unsafeUninitializedCapacity: count) { sentences, written in
          for index in 0..<count {
            let place = found[index]
            let kinds = table.kinds(at: Int(place), in: units)
            if !kinds.isDisjoint(with: .ofSentences) {
              sentences[written] = SentenceMark(place: place, kinds: kinds)
              written += 1
            }
            // What is more than that moves to the front, over places that were read.
            if !kinds.isDisjoint(with: .others) {
              found[others] = place
              others += 1
            }
          }
        }
        collect(UnsafeMutableBufferPointer(rebasing: found[..<others]), in: units, by: table)
      }
    }
  }

  /// Puts places that are of no sentence into `places`, kind by kind.
  private mutating func collect(
    _ found: UnsafeMutableBufferPointer<Int32>, in units: UnsafeBufferPointer<FoldUnit>, by table: SignalTable
  ) {
    guard !found.isEmpty else { return }
    places.reserveCapacity(found.count)
    func isOf(_ kind: SignalTable.Kinds, _ place: Int32) -> Bool {
      table.kinds(of: units[Int(place)]).contains(kind)
    }
    for place in found where isOf(.colon, place) { places.append(place) }
    ends.colons = places.count
    for place in found where isOf(.citation, place) { places.append(place) }
    ends.citations = places.count
    for place in found where isOf(.theme, place) && place > 0 && units[Int(place) - 1] == "主" {
      places.append(place - 1)
    }
    ends.themes = places.count
    for place in found where table.kinds(at: Int(place), in: units).contains(.footer) { places.append(place) }
  }

  /// The index of the first signal of sentences that stands at an offset or after it.
  func firstSentence(from offset: Int) -> Int {
    sentences.partitioningIndex { $0.offset >= offset }
  }
}
