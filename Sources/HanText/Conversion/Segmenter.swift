/// Cuts a text into phrases and converts them, the first step of a conversion.
///
/// Over each stretch between two places that no phrase crosses, every phrase and every single character is an edge of a
/// lattice, and the path of least cost is found by dynamic programming (Viterbi). Between equal paths the one with the
/// longer last word is taken: what follows decides more often than what precedes (backward maximum matching errs less).
struct Segmenter: Sendable {
  let phrases: PhraseIndex
  /// How characters outside of phrases convert, or nil where this step only marks the segments.
  let characters: CharacterMap?
  let policy: SegmentationPolicy
  /// Whether later steps want to know where segments begin.
  let marksSegments: Bool
  private let costs = WordCost.shared

  init(
    phrases: PhraseIndex, characters: CharacterMap?, policy: SegmentationPolicy, marksSegments: Bool
  ) {
    self.phrases = phrases
    self.characters = characters
    self.policy = policy
    self.marksSegments = marksSegments
  }

  /// In the lattice: a character by itself.
  private static let noEntry = -1

  /// No stretch is longer: where no cut offers itself, as in a hostile text, one is made.
  static let longestStretch = 512

  /// Where phrases begin in a piece of text, and the memory of the dynamic program.
  struct Lattice: ~Copyable {
    fileprivate var guesses = FlatBuffer<Int32>()
    fileprivate var places = FlatBuffer<PhraseIndex.Place>()
    /// Where segments begin.
    fileprivate var marks = FlatBuffer<Int32>()
    fileprivate var costs = FlatBuffer<UInt32>()
    fileprivate var entries = FlatBuffer<Int32>()
    fileprivate var counts = FlatBuffer<UInt8>()
    /// The answer, last word first: entries, or `noEntry`.
    fileprivate var path = FlatBuffer<Int32>()

    /// Makes room for the longest stretch, beyond whose end a phrase may go on.
    @inline(__always)
    fileprivate mutating func reserve() {
      costs.removeAll()
      guard costs.capacity < longestStretch + 300 else { return }
      costs.reserve(longestStretch + 300)
      entries.reserve(longestStretch + 300)
      counts.reserve(longestStretch + 300)
      path.reserve(longestStretch + 300)
    }
  }

  /// Converts the units of `input` up to where a phrase might go on beyond its end, or all where nothing follows, and
  /// returns how many were converted. A phrase opens a segment, and so does what follows a phrase.
  func convert(
    _ input: borrowing UnitRun, isFinal: Bool, startsSegment: inout Bool, lattice: inout Lattice,
    into output: inout UnitRun
  ) -> Int {
    let text = input.units.sealed
    let count = input.units.count
    let limit = isFinal ? count : count - phrases.longest + 1
    phrases.findPlaces(text, count: count, limit: limit, guesses: &lattice.guesses, into: &lattice.places)
    var writer = Writer(from: 0, marks: startsSegment)
    var cursor = 0
    var index = 0
    while cursor < lattice.places.count {
      let place = lattice.places[cursor]
      // Within a phrase that goes on beyond `limit` others may begin that have not been looked for yet.
      guard isFinal || Int(place.end) <= limit else { break }
      // Where no phrase begins within this one there is nothing to choose: the longest is cheaper than a shorter one and
      // single characters, whatever the costs.
      let standsAlone = cursor + 1 == lattice.places.count || lattice.places[cursor + 1].start >= place.end
      if policy == .longestMatch || standsAlone {
        index = Int(place.end)
        emit(Int(place.longest), for: Int(place.start)..<index, of: input, &writer, &lattice.marks, into: &output)
      } else {
        let start = Int(place.start)
        let end = bestPath(text, from: start, cursor: cursor, count: count, limit: limit, &lattice)
        guard end > start else { break }
        emitPath(of: &lattice, from: start, of: input, &writer, into: &output)
        index = end
      }
      while cursor < lattice.places.count, lattice.places[cursor].start < index { cursor += 1 }
    }
    // Where a phrase or stretch goes on beyond what is there, it waits; else the characters behind the last phrase follow.
    let end = max(cursor < lattice.places.count ? Int(lattice.places[cursor].start) : limit, index)
    flush(to: end, of: input, &writer, &lattice.marks, into: &output)
    startsSegment = writer.marks
    return end
  }

  /// Puts the best path from `start`, the place at `cursor`, to the next cut on the lattice's path, last word first, and
  /// returns the cut, or `start` where that lies beyond `limit`.
  @inline(__always)
  func bestPath(
    _ text: UnsafePointer<UInt32>, from start: Int, cursor: Int, count: Int, limit: Int, _ lattice: inout Lattice
  ) -> Int {
    lattice.reserve()
    let least = lattice.costs.base
    let entries = lattice.entries.base
    let counts = lattice.counts.base
    var reach = 0
    var place = 0
    var cursor = cursor
    least[0] = 0
    func relax(to end: Int, cost: UInt32, entry: Int, length: Int) {
      while reach < end {
        reach += 1
        least[reach] = .max
      }
      if cost < least[end] {
        least[end] = cost
        entries[end] = Int32(truncatingIfNeeded: entry)
        counts[end] = UInt8(truncatingIfNeeded: length)
      }
    }
    repeat {
      let next = start + place
      let known = least[place]
      let available = count - next - 2
      relax(to: place + 1, cost: known + costs.standalone(text[next]), entry: Self.noEntry, length: 1)
      while cursor < lattice.places.count, lattice.places[cursor].start < next { cursor += 1 }
      if cursor < lattice.places.count, lattice.places[cursor].start == next {
        phrases.forEachMatch(
          group: Int(lattice.places[cursor].group), rest: text + next + 2, available: available
        ) { entry, length in
          relax(to: place + length, cost: known + WordCost.phrase(count: length), entry: entry, length: length)
        }
      }
      place += 1
      guard place >= reach || start + place < limit else { return start }
    } while place < reach && place < Self.longestStretch
    lattice.path.removeAll()
    var end = place
    while end > 0 {
      lattice.path.append(entries[end])
      end -= Int(counts[end])
    }
    return start + place
  }

  /// What has been decided but not been written yet: from `start` on, characters are converted one by one.
  private struct Writer {
    var start: Int
    /// Whether a segment begins at what is written next.
    var marks: Bool

    init(from start: Int, marks: Bool) {
      self.start = start
      self.marks = marks
    }
  }

  /// Converts the words of the lattice's path.
  private func emitPath(
    of lattice: inout Lattice, from start: Int, of input: borrowing UnitRun, _ writer: inout Writer,
    into output: inout UnitRun
  ) {
    var index = start
    for step in stride(from: lattice.path.count - 1, through: 0, by: -1) {
      let entry = Int(lattice.path[step])
      let count = entry == Self.noEntry ? 1 : phrases[entry].count
      if entry != Self.noEntry {
        emit(entry, for: index..<index + count, of: input, &writer, &lattice.marks, into: &output)
      }
      index += count
    }
  }

  /// Converts one phrase, which opens a segment. Most convert as their characters do, and wait until others are written.
  @inline(__always)
  private func emit(
    _ entry: Int, for span: Range<Int>, of input: borrowing UnitRun, _ writer: inout Writer,
    _ marks: inout FlatBuffer<Int32>,
    into output: inout UnitRun
  ) {
    if phrases[entry].isCharacterwise || characters == nil {
      // A phrase of the supplement opens no segment: the vocabulary of a later step may be longer.
      guard marksSegments, !phrases[entry].isSupplement else { return }
      marks.reserve(2)
      marks.append(Int32(truncatingIfNeeded: span.lowerBound))
      marks.append(Int32(truncatingIfNeeded: span.upperBound))
    } else {
      flush(to: span.lowerBound, of: input, &writer, &marks, into: &output)
      output.append(valueOf: entry, in: phrases, mark: HanUnit.segmentStart, for: span, of: input)
      writer = Writer(from: span.upperBound, marks: true)
    }
  }

  /// Writes what waits before `end`.
  @inline(__always)
  private func flush(
    to end: Int, of input: borrowing UnitRun, _ writer: inout Writer, _ marks: inout FlatBuffer<Int32>,
    into output: inout UnitRun
  ) {
    let start = writer.start
    guard end > start else { return }
    output.reserve(end - start)
    let source = input.units.base
    let target = output.units.base + output.units.count
    if let characters {
      for index in start..<end { target[index &- start] = characters[source[index]] }
    } else {
      for index in start..<end { target[index &- start] = source[index] }
    }
    if writer.marks { target[0] |= HanUnit.segmentStart }
    writer = Writer(from: end, marks: false)
    for index in 0..<marks.count {
      let mark = Int(marks[index])
      if mark < end { target[mark - start] |= HanUnit.segmentStart } else { writer.marks = true }
    }
    marks.removeAll()
    output.units.setCount(output.units.count + end - start)
    if output.followsOrigins { for index in start..<end { output.appendOrigin(input.origins[index]) } }
  }
}
