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

  /// The memory of the dynamic program. Its `path` is the answer: entries, or -1 for a character by itself, last word first.
  struct Lattice: ~Copyable {
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
    let text = input.units.base
    let count = input.units.count
    let limit = isFinal ? count : count - phrases.longest + 1
    let followsOrigins = output.followsOrigins
    var mark = startsSegment ? HanUnit.segmentStart : 0
    output.reserve(count)
    var index = 0
    while index < limit {
      let scalar = text[index]
      let group = index + 1 < count ? phrases.group(scalar, text[index + 1]) : -1
      let match = group < 0 ? -1 : phrases.longestMatch(group: group, rest: text + index + 2, available: count - index - 2)
      guard match >= 0 else {
        output.units.append((characters.map { $0[scalar] } ?? scalar) | mark)
        mark = 0
        if followsOrigins { output.appendOrigin(input.origins[index]) }
        index += 1
        continue
      }
      let end = index + phrases[match].count
      if policy == .longestMatch || standsAlone(text, index..<end, count: count) {
        emit(match, for: index..<end, of: input, into: &output)
        mark = HanUnit.segmentStart
        index = end
      } else {
        let end = bestPath(text, from: index, group: group, count: count, limit: limit, &lattice)
        guard end > index else { break }
        emit(lattice, from: index, of: input, mark: &mark, into: &output)
        index = end
      }
      output.reserve(count - index)
    }
    startsSegment = mark != 0
    return index
  }

  /// Whether no phrase begins within a phrase, so that there is nothing to choose: the longest phrase is cheaper than
  /// a shorter one and single characters, whatever the costs.
  @inline(__always)
  private func standsAlone(_ text: UnsafePointer<UInt32>, _ span: Range<Int>, count: Int) -> Bool {
    var index = span.lowerBound + 1
    while index < span.upperBound {
      if index + 1 < count, phrases.mayStart(text[index], text[index + 1]) { return false }
      index += 1
    }
    return true
  }

  /// Puts the best path from `start` to the next cut on the lattice's path, last word first, and returns the cut, or
  /// `start` where that lies beyond `limit`.
  @inline(__always)
  func bestPath(
    _ text: UnsafePointer<UInt32>, from start: Int, group: Int, count: Int, limit: Int, _ lattice: inout Lattice
  ) -> Int {
    let least = lattice.costs.base
    let entries = lattice.entries.base
    let counts = lattice.counts.base
    var reach = 0
    var place = 0
    var group = group
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
        group = next + 1 < count ? phrases.group(text[next], text[next + 1]) : -1
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
        let scalar = input.units[index]
        output.reserve(1)
        output.units.append((characters.map { $0[scalar] } ?? scalar) | mark)
        if output.followsOrigins { output.appendOrigin(input.origins[index]) }
        mark = 0
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
