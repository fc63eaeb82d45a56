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

  init(phrases: PhraseIndex, characters: CharacterMap?, policy: SegmentationPolicy, marksSegments: Bool) {
    self.phrases = phrases
    self.characters = characters
    self.policy = policy
    self.marksSegments = marksSegments
  }

  /// No stretch is longer: where no cut offers itself, as in a hostile text, one is made.
  static let longestStretch = 512

  /// Where phrases begin in a piece of text, and the memory of the dynamic program. Its `path` is the answer: entries, or -1 for a character by itself, last word first.
  struct Lattice: ~Copyable {
    fileprivate var guesses = FlatBuffer<Int32>(capacity: 1024)
    fileprivate var places = FlatBuffer<PhraseIndex.Place>(capacity: 1024)
    /// Where segments begin.
    fileprivate var marks = FlatBuffer<Int32>(capacity: 1024)
    fileprivate var costs = FlatBuffer<UInt32>(capacity: longestStretch + 300)
    fileprivate var entries = FlatBuffer<Int32>(capacity: longestStretch + 300)
    fileprivate var counts = FlatBuffer<UInt8>(capacity: longestStretch + 300)
    fileprivate(set) var path = FlatBuffer<Int32>(capacity: longestStretch + 300)
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
      index = Int(place.start)
      // Where no phrase begins within this one there is nothing to choose: the longest is cheaper than a shorter one and
      // single characters, whatever the costs.
      let standsAlone = cursor + 1 == lattice.places.count || lattice.places[cursor + 1].start >= place.end
      if standsAlone || policy == .longestMatch {
        index = Int(place.end)
        emit(Int(place.longest), for: Int(place.start)..<index, of: input, &writer, &lattice.marks, into: &output)
      } else {
        let end = bestPath(text, from: index, cursor: cursor, count: count, limit: limit, &lattice)
        guard end > index else { break }
        emitPath(of: &lattice, from: index, of: input, &writer, into: &output)
        index = end
      }
      while cursor < lattice.places.count, lattice.places[cursor].start < index { cursor += 1 }
    }
    // Where a stretch goes on beyond what is there, it waits; else the characters behind the last phrase follow.
    let end = cursor < lattice.places.count ? index : max(limit, index)
    flush(to: end, of: input, &writer, &lattice.marks, into: &output)
    startsSegment = writer.marks
    return end
  }

  /// Puts the best path from `start` to the next cut on the lattice's path, last word first, and returns the cut, or
  /// `start` where that lies beyond `limit`.
  @inline(__always)
  func bestPath(
    _ text: UnsafePointer<UInt32>, from start: Int, cursor: Int, count: Int, limit: Int, _ lattice: inout Lattice
  ) -> Int {
    let least = lattice.costs.base
    let entries = lattice.entries.base
    let counts = lattice.counts.base
    var reach = 0
    var place = 0
    var cursor = cursor
    var group = Int(lattice.places[cursor].group)
    least[0] = 0
    repeat {
      let known = least[place]
      if place == reach {
        reach += 1
        least[reach] = .max
      }
      let single = known + costs.standalone(text[start + place])
      if single < least[place + 1] {
        least[place + 1] = single
        entries[place + 1] = -1
        counts[place + 1] = 1
      }
      if group >= 0 {
        let rest = start + place + 2
        phrases.forEachMatch(group: group, rest: text + rest, available: count - rest) { entry, length in
          let end = place + length
          while reach < end {
            reach += 1
            least[reach] = .max
          }
          let cost = known + WordCost.phrase(count: length)
          if cost < least[end] {
            least[end] = cost
            entries[end] = Int32(truncatingIfNeeded: entry)
            counts[end] = UInt8(truncatingIfNeeded: length)
          }
        }
      }
      place += 1
      if place < reach {
        let next = start + place
        guard next < limit else { return start }
        if place >= Self.longestStretch { break }
        while cursor < lattice.places.count, lattice.places[cursor].start < next { cursor += 1 }
        let isPlace = cursor < lattice.places.count && lattice.places[cursor].start == next
        group = isPlace ? Int(lattice.places[cursor].group) : -1
      }
    } while place < reach
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
      let count = entry < 0 ? 1 : phrases[entry].count
      if entry >= 0 { emit(entry, for: index..<index + count, of: input, &writer, &lattice.marks, into: &output) }
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
      // A plain word of the supplement opens no segment: the vocabulary of a later step may be longer (无线 in 无线新闻台).
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
