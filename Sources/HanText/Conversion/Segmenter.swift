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
  private let costs = WordCost.shared

  init(phrases: PhraseIndex, characters: CharacterMap?, policy: SegmentationPolicy) {
    self.phrases = phrases
    self.characters = characters
    self.policy = policy
  }

  /// No stretch is longer: where no cut offers itself, as in a hostile text, one is made.
  static let longestStretch = 512

  /// Where phrases begin in a piece of text, and the memory of the dynamic program. Its `path` is the answer: entries, or -1 for a character by itself, last word first.
  struct Lattice: ~Copyable {
    /// The places, rising, and for each the first phrase of its group.
    fileprivate var places = FlatBuffer<Int32>(capacity: 1024)
    fileprivate var groups = FlatBuffer<Int32>(capacity: 1024)
    fileprivate var costs = FlatBuffer<UInt32>(capacity: longestStretch + 300)
    fileprivate var entries = FlatBuffer<Int32>(capacity: longestStretch + 300)
    fileprivate var counts = FlatBuffer<UInt8>(capacity: longestStretch + 300)
    fileprivate(set) var path = FlatBuffer<Int32>(capacity: longestStretch + 300)
  }

  /// Converts the units of `input` up to where a phrase might go on beyond its end, or all where nothing follows, and
  /// returns how many were converted. A phrase opens a segment, and so does what follows a phrase.
  func convert(
    _ input: borrowing UnitRun, isFinal: Bool, startsSegment: inout Bool, lattice: inout Lattice, into output: inout UnitRun
  ) -> Int {
    let text = input.units.sealed
    let count = input.units.count
    let limit = isFinal ? count : count - phrases.longest + 1
    var mark = startsSegment ? HanUnit.segmentStart : 0
    phrases.findPlaces(text, limit: limit, into: &lattice.places, &lattice.groups)
    var index = 0
    var cursor = 0
    while index < limit {
      let place = cursor < lattice.places.count ? Int(lattice.places[cursor]) : limit
      if place > index {
        copy(index..<place, of: input, mark: &mark, into: &output)
        index = place
        continue
      }
      let match = phrases.longestMatch(
        group: Int(lattice.groups[cursor]), rest: text + index + 2, available: count - index - 2)
      if match < 0 {
        copy(index..<index + 1, of: input, mark: &mark, into: &output)
        index += 1
        cursor += 1
        continue
      }
      let end = index + phrases[match].count
      // Where no phrase begins within this one there is nothing to choose: the longest is cheaper than a shorter one and
      // single characters, whatever the costs.
      let standsAlone = cursor + 1 == lattice.places.count || Int(lattice.places[cursor + 1]) >= end
      if policy == .longestMatch || standsAlone {
        emit(match, for: index..<end, of: input, into: &output)
        mark = HanUnit.segmentStart
        index = end
      } else {
        let end = bestPath(text, from: index, cursor: cursor, count: count, limit: limit, &lattice)
        guard end > index else { break }
        emit(lattice, from: index, of: input, mark: &mark, into: &output)
        index = end
      }
      while cursor < lattice.places.count, lattice.places[cursor] < index { cursor += 1 }
    }
    startsSegment = mark != 0
    return index
  }

  /// Converts characters outside of phrases.
  @inline(__always)
  private func copy(_ span: Range<Int>, of input: borrowing UnitRun, mark: inout UInt32, into output: inout UnitRun) {
    output.reserve(span.count)
    let source = input.units.base
    let target = output.units.base + output.units.count - span.lowerBound
    if let characters {
      for index in span { target[index] = characters[source[index]] }
    } else {
      for index in span { target[index] = source[index] }
    }
    target[span.lowerBound] |= mark
    mark = 0
    output.units.setCount(output.units.count + span.count)
    if output.followsOrigins { for index in span { output.appendOrigin(input.origins[index]) } }
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
    var group = Int(lattice.groups[cursor])
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
          let cost = known + UInt32(phrases[entry].cost)
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
        while cursor < lattice.places.count, lattice.places[cursor] < next { cursor += 1 }
        group = cursor < lattice.places.count && lattice.places[cursor] == next ? Int(lattice.groups[cursor]) : -1
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

  /// Converts the words of the lattice's path.
  private func emit(
    _ lattice: borrowing Lattice, from start: Int, of input: borrowing UnitRun, mark: inout UInt32, into output: inout UnitRun
  ) {
    var index = start
    for step in stride(from: lattice.path.count - 1, through: 0, by: -1) {
      let entry = Int(lattice.path[step])
      if entry < 0 {
        copy(index..<index + 1, of: input, mark: &mark, into: &output)
        index += 1
      } else {
        let count = phrases[entry].count
        emit(entry, for: index..<index + count, of: input, into: &output)
        mark = HanUnit.segmentStart
        index += count
      }
    }
  }

  /// Converts one phrase, which opens a segment.
  @inline(__always)
  private func emit(_ entry: Int, for span: Range<Int>, of input: borrowing UnitRun, into output: inout UnitRun) {
    if characters != nil {
      output.append(valueOf: entry, in: phrases, mark: HanUnit.segmentStart, for: span, of: input)
    } else {
      output.reserve(span.count)
      for index in span {
        output.units.append(input.units[index] | (index == span.lowerBound ? HanUnit.segmentStart : 0))
        if output.followsOrigins { output.appendOrigin(input.origins[index]) }
      }
    }
  }
}
