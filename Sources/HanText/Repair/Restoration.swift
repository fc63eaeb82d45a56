/// Finds the Traditional words that explain a sentence best, whatever script its characters stand in.
///
/// A noisy channel: the sentence is brought to Simplified character by character, where one word has one form, and every
/// phrase of the dictionaries over it is an edge of a lattice, as in a conversion. An edge whose Traditional form differs from
/// what is written pays a penalty for it. So 准備 is read as 準備, since 准 and 備 side by side explain nothing, and 特製定 as
/// 特制定, since 特製 leaves 定 over; but 了解 stays, and so does 范 before an unknown name.
///
/// One value reads many sentences with the same memory.
struct Restoration: ~Copyable {
  /// A character that would be written otherwise.
  struct Difference: BitwiseCopyable {
    /// Where it stands in the sentence.
    var offset: Int
    /// What would stand there: of several regional forms OpenCC's standard one.
    var scalar: UInt32
    /// The word that it was read in; a range of one where it stands alone.
    var word: Range<Int> { wordStart..<wordEnd }
    fileprivate var wordStart: Int
    fileprivate var wordEnd: Int
  }

  /// What would be written otherwise in the sentence read last, rising.
  private(set) var differences = FlatBuffer<Difference>()

  /// What every further character of a word costs that differs from what is written.
  private static let furtherDifference: UInt32 = 12
  /// The longest stretch that one program solves; a longer sentence is cut.
  static let longestStretch = 2048

  /// A sentence of so many characters in parts that can be read.
  static func parts(of count: Int) -> some Sequence<Range<Int>> {
    stride(from: 0, to: count, by: longestStretch).lazy.map { $0..<min($0 + longestStretch, count) }
  }

  // What is asked for at each character is kept here: to come to a table by its name takes as long as to read it.
  private let phrases = PhraseIndex.stBest
  private let traits = ScriptTraits.table
  private let simplified = CharacterMap.simplified
  private let variants = CharacterMap.variantForms
  private let doubts = Doubts()
  private var text = FlatBuffer<UInt32>()
  private var guesses = FlatBuffer<Int32>()
  private var places = FlatBuffer<PhraseIndex.Place>()
  private var least = FlatBuffer<UInt32>()
  private var choices = FlatBuffer<Choice>()

  /// The last word of the cheapest way to a place: a phrase in one of its forms, or a character by itself (-1).
  struct Choice: BitwiseCopyable {
    var entry: Int32
    var alternative: Int16
    var count: Int16
  }

  /// Reads a sentence of at most `longestStretch` characters.
  mutating func read(_ written: UnsafeBufferPointer<UInt32>, trust: Trust) {
    differences.removeAll()
    differences.reserve(written.count)
    let seen = simplify(written)
    _ = text.sealed
    if seen.contains(.leftOver) || trust.isNone(anywhereBelow: written.count) {
      phrases.findPlaces(text.base, count: text.count, limit: text.count, guesses: &guesses, into: &places)
      solve(0..<written.count, written, trust)
    } else if !seen.isDisjoint(with: [.hasOtherForms, .replaced]) {
      readDoubtful(written, trust)
    }
  }

  /// Brings what is written to Simplified, character by character, and gives back all traits that some character has.
  private mutating func simplify(_ written: UnsafeBufferPointer<UInt32>) -> ScriptTraits {
    text.removeAll()
    text.reserve(written.count)
    let (output, simplified, traits) = (text.base, simplified, traits)
    var seen: ScriptTraits = []
    for offset in written.indices {
      let scalar = written[offset]
      output[offset] = simplified[scalar]
      seen.formUnion(traits.of(scalar))
    }
    text.setCount(written.count)
    return seen
  }

  /// Reads the stretches that hold a phrase that differs from what is written. No phrase crosses from one stretch to the next,
  /// so the others stay as they are whatever these are read as. A phrase that differs has a doubtful character, and most
  /// sentences have one or none.
  private mutating func readDoubtful(_ written: UnsafeBufferPointer<UInt32>, _ trust: Trust) {
    var end = 0
    for offset in written.indices where offset >= end && doubts.touch(written, at: offset) {
      let start = stretchStart(around: offset, from: end)
      end = start
      let differs = findPlaces(&end, written)
      if differs { solve(start..<end, written, trust) }
    }
  }

  /// Where the stretch begins that holds an offset: at the last place up to it, from `lowest` on, that no phrase stands across.
  private func stretchStart(around offset: Int, from lowest: Int) -> Int {
    var start = offset
    var place = offset - 1
    while place >= lowest, place > start - phrases.longest {
      let rest = text.base + place
      if place + 1 == start ? phrases.mayStart(rest) : phrases.mayStartLonger(rest) {
        if phrases.hasMatch(rest, available: text.count - place, longerThan: start - place) { start = place }
      }
      place -= 1
    }
    return start
  }

  /// Puts the places into `places` where the phrases of the stretch begin that begins at `end`, brings that to where it ends, and
  /// says whether one of them differs from what is written.
  private mutating func findPlaces(_ end: inout Int, _ written: UnsafeBufferPointer<UInt32>) -> Bool {
    places.removeAll()
    var (place, reach, differs) = (end, end + 1, false)
    while place < reach {
      let group = phrases.mayStart(text.base + place) ? phrases.group(at: text.base + place) : -1
      if group >= 0 {
        let start = place
        phrases.forEachMatch(
          group: group, rest: text.base + start + 2, available: text.count - start - 2
        ) { entry, count in
          reach = max(reach, start + count)
          differs = differs || phrases[entry].raisesDoubt && !agrees(entry, written, from: start, count)
        }
        places.reserve(1)
        places.append(PhraseIndex.Place(start: start, group: group))
      }
      place += 1
    }
    end = reach
    return differs
  }

  /// Reads a stretch of the sentence, whose places were found, by the cheapest way through its lattice.
  private mutating func solve(_ stretch: Range<Int>, _ written: UnsafeBufferPointer<UInt32>, _ trust: Trust) {
    least.removeAll()
    least.reserve(stretch.count + 1)
    choices.removeAll()
    choices.reserve(stretch.count + 1)
    for _ in 0...stretch.count {
      least.append(.max)
      choices.append(Choice(entry: -1, alternative: 0, count: 1))
    }
    let (least, choices) = (self.least.base, self.choices.base)
    least[0] = 0
    var cursor = 0
    for offset in stretch {
      let step = offset - stretch.lowerBound
      let known = least[step]
      let single = known &+ WordCost.shared.standalone(text[offset])
      if single < least[step + 1] {
        least[step + 1] = single
        choices[step + 1] = Choice(entry: -1, alternative: 0, count: 1)
      }
      guard cursor < places.count, Int(places[cursor].start) == offset else { continue }
      phrases.forEachMatch(
        group: Int(places[cursor].group), rest: text.base + offset + 2, available: stretch.upperBound - offset - 2
      ) { entry, count in
        let (penalty, alternative) = penalty(entry, written, trust, offset..<offset + count)
        let cost = known &+ WordCost.phrase(count: count) &+ penalty
        guard cost < least[step + count] else { return }
        least[step + count] = cost
        choices[step + count] = Choice(
          entry: Int32(truncatingIfNeeded: entry), alternative: Int16(truncatingIfNeeded: alternative),
          count: Int16(truncatingIfNeeded: count))
      }
      cursor += 1
    }
    settle(stretch, written, trust)
  }

  /// Whether two characters are forms of one.
  @inline(__always)
  private func areForms(_ left: UInt32, _ right: UInt32) -> Bool {
    left == right || variants[left] == variants[right]
  }

  /// Whether the usual form of a phrase is what is written, but for variants.
  private func agrees(_ entry: Int, _ written: UnsafeBufferPointer<UInt32>, from start: Int, _ count: Int) -> Bool {
    var place = 0
    var agrees = true
    phrases.forEachScalarOfValue(entry) { scalar in
      agrees = agrees && place < count && areForms(scalar, written[start + place])
      place += 1
    }
    return agrees && place == count
  }

  /// What a phrase pays for the characters in which it differs from what is written, and which of its forms pays least.
  private func penalty(
    _ entry: Int, _ written: UnsafeBufferPointer<UInt32>, _ trust: Trust, _ span: Range<Int>
  ) -> (penalty: UInt32, alternative: Int) {
    var best: (penalty: UInt32, alternative: Int) = (.max, 0)
    phrases.forEachAlternative(entry) { index, form in
      guard best.penalty > 0 else { return }
      var (greatest, differences, place): (UInt32, UInt32, Int) = (0, 0, 0)
      forEachScalar(form) { scalar in
        let offset = span.lowerBound + place
        place += 1
        guard offset < span.upperBound, !areForms(scalar, written[offset]), trust[offset] > Trust.none,
          !traits.of(written[offset]).contains(.leftOver)
        else { return }
        let chosen = phrases[entry].isName ? Trust.full : isUsual(written[offset]) ? 0 : Trust.chosen
        greatest = max(greatest, trust[offset] + chosen)
        differences += 1
      }
      // A phrase of another length has no form to compare with.
      guard place == span.count else { return }
      let penalty = greatest + (differences > 1 ? (differences - 1) * Self.furtherDifference : 0)
      if penalty < best.penalty { best = (penalty, index) }
    }
    return best.penalty == .max ? (Trust.full, 0) : best
  }

  /// Notes the differences along the cheapest way, from its end to its beginning, and brings them into order.
  private mutating func settle(_ stretch: Range<Int>, _ written: UnsafeBufferPointer<UInt32>, _ trust: Trust) {
    let before = differences.count
    var end = stretch.upperBound
    while end > stretch.lowerBound {
      let choice = choices[end - stretch.lowerBound]
      let start = end - Int(choice.count)
      if choice.entry >= 0 {
        let first = differences.count
        var offset = start
        phrases.forEachAlternative(Int(choice.entry)) { index, form in
          guard index == Int(choice.alternative) else { return }
          forEachScalar(form) { scalar in
            if offset < end, !areForms(scalar, written[offset]) {
              differences.append(Difference(offset: offset, scalar: scalar, wordStart: start, wordEnd: end))
            }
            offset += 1
          }
        }
        reverseDifferences(from: first)
      } else if trust[start] == Trust.none || traits.of(written[start]).contains(.leftOver) {
        let converted = CharacterMap.stCharacters[text[start]]
        if !areForms(converted, written[start]) {
          differences.append(Difference(offset: start, scalar: converted, wordStart: start, wordEnd: end))
        }
      }
      end = start
    }
    reverseDifferences(from: before)
  }

  private mutating func reverseDifferences(from start: Int) {
    var part = UnsafeMutableBufferPointer(start: differences.base + start, count: differences.count - start)
    part.reverse()
  }

  /// Whether a character is what a conversion character by character writes for its Simplified form, or that form itself.
  private func isUsual(_ scalar: UInt32) -> Bool {
    let plain = simplified[scalar]
    return scalar == plain || areForms(scalar, CharacterMap.stCharacters[plain])
  }
}
