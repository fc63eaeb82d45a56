import CHanTables

/// Finds the Traditional words that explain a line best, whatever script its characters stand in.
///
/// A noisy channel: the line is brought to Simplified character by character, where one word has one form, and every phrase
/// of the dictionaries over it is an edge of a lattice, as in a conversion. An edge whose Traditional form differs from what is
/// written pays a penalty for it. So 准備 is read as 準備, since 准 and 備 side by side explain nothing, and 特製定 as 特制定,
/// since 特製 leaves 定 over; but 了解 stays, and so does 范 before an unknown name.
struct Restoration {
  /// How far what is written can be trusted at a character.
  enum Trust {
    /// A Simplified line: the character says no more than its Simplified form.
    static let none: UInt32 = 0
    /// A Traditional line that may have been converted wrongly. Less than what a word saves over two characters without one.
    static let doubtful: UInt32 = 50
    /// What is added where the form is not the one that a conversion without a dictionary writes: someone chose it.
    static let chosen: UInt32 = 40
    /// A Traditional line that is right.
    static let full: UInt32 = 100_000
  }

  /// The line in Traditional: what is written where that is a form of it, else OpenCC's standard form.
  private(set) var scalars: [UInt32]
  /// The word that each character was read in; a range of one where it stands alone.
  private(set) var words: [Range<Int>]

  /// What every further character of a word costs that differs from what is written.
  private static let furtherDifference: UInt32 = 12
  /// The longest stretch that one program solves; a longer line is cut.
  private static let longestStretch = 2048

  /// Traditional, in any regional form, to Simplified; one form for what OpenCC keeps apart by phrases.
  static let simplified = CharacterMap([han_table_ts_characters()], overriding: FoldTable.supplement)

  /// Reads a line. `trust` has one value for each of its scalars.
  init(_ written: [UInt32], trust: [UInt32]) {
    scalars = written
    words = written.indices.map { $0..<$0 + 1 }
    var start = 0
    for offset in written.indices where Self.endsSentence(written[offset]) || offset - start >= Self.longestStretch {
      readIfOpen(written, trust, start..<offset + 1)
      start = offset + 1
    }
    if start < written.count { readIfOpen(written, trust, start..<written.count) }
  }

  /// Reads a sentence unless every character in it can only be what it is.
  private mutating func readIfOpen(_ written: [UInt32], _ trust: [UInt32], _ span: Range<Int>) {
    let isOpen = span.contains { offset in
      trust[offset] == Trust.none
        || Self.hasOtherForms(written[offset])
          && (Self.isLeftOver(written[offset]) || DoubtFilter.shared.mayDiffer(written, at: offset, in: span))
    }
    if isOpen { read(written, trust, span) }
  }

  /// Whether a character is one of several Traditional forms of one Simplified character, or Simplified and nothing else.
  static func hasOtherForms(_ scalar: UInt32) -> Bool {
    scalar >= 0x10000 || open[Int(scalar)]
  }

  /// The answer of `hasOtherForms` for each scalar of the Basic Multilingual Plane.
  private static let open: [Bool] = {
    var open = [Bool](repeating: false, count: 0x10000)
    for scalar in UInt32(0x3400)...0x9FFF where isLeftOver(scalar) { open[Int(scalar)] = true }
    for group in otherForms.values {
      for scalar in group where group.contains(where: { !VariantForms.areForms($0, scalar) }) {
        open[Int(scalar)] = true
      }
    }
    return open
  }()

  /// The Traditional forms of each Simplified character that has several.
  static let otherForms: [UInt32: [UInt32]] = {
    var forms: [UInt32: [UInt32]] = [:]
    for scalar in UInt32(0x3400)...0x9FFF where !isLeftOver(scalar) {
      forms[simplified[scalar], default: []].append(scalar)
    }
    return forms.filter { $0.value.count > 1 }
  }()

  /// Whether a sentence ends here. No phrase runs on behind it, so each sentence is read by itself, and most need no lattice.
  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3002, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x3B, 0x3A, 0x21, 0x3F: true
    default: false
    }
  }

  private mutating func read(_ written: [UInt32], _ trust: [UInt32], _ span: Range<Int>) {
    let phrases = ConversionDictionary.stPhrasesWithSupplement
    var text = FlatBuffer<UInt32>(capacity: span.count + 2)
    for offset in span { text.append(Self.simplified[written[offset]]) }
    var guesses = FlatBuffer<Int32>()
    var places = FlatBuffer<PhraseIndex.Place>()
    phrases.findPlaces(text.sealed, count: span.count, limit: span.count, guesses: &guesses, into: &places)
    let isAsked = span.contains { Self.isLeftOver(written[$0]) || trust[$0] == Trust.none }
    if isAsked {
      solve(0..<span.count, firstPlace: 0, text, places, written, trust, from: span.lowerBound)
    } else if hasDoubt(written, span, phrases, text, places) {
      solveDoubtful(text, places, written, trust, span)
    }
  }

  /// Solves the stretches that hold a doubtful phrase. No phrase crosses from one stretch to the next, so the others stay as
  /// they are whatever these are read as.
  private mutating func solveDoubtful(
    _ text: borrowing FlatBuffer<UInt32>, _ places: borrowing FlatBuffer<PhraseIndex.Place>, _ written: [UInt32],
    _ trust: [UInt32], _ span: Range<Int>
  ) {
    let phrases = ConversionDictionary.stPhrasesWithSupplement
    let words = ConversionDictionary.stWords
    var (start, cursor) = (0, 0)
    while start < span.count {
      var (reach, differs, offset) = (start + 1, false, start)
      let firstPlace = cursor
      while offset < reach {
        let (here, available) = (offset, span.count - offset - 2)
        if cursor < places.count, Int(places[cursor].start) == here {
          phrases.forEachMatch(
            group: Int(places[cursor].group), rest: text.base + here + 2, available: available
          ) { entry, count in
            reach = max(reach, here + count)
            differs = differs || !Self.agrees(phrases, entry, written, from: span.lowerBound + here, count)
          }
          cursor += 1
        }
        let group = here + 1 < span.count ? words.group(at: text.base + here) : -1
        if group >= 0 {
          words.forEachMatch(group: group, rest: text.base + here + 2, available: available) { _, count in
            reach = max(reach, here + count)
          }
        }
        offset += 1
      }
      if differs { solve(start..<reach, firstPlace: firstPlace, text, places, written, trust, from: span.lowerBound) }
      start = reach
    }
  }

  /// Reads a stretch of a sentence by the cheapest way through its lattice. `origin` is where the sentence starts in the line.
  private mutating func solve(
    _ stretch: Range<Int>, firstPlace: Int, _ text: borrowing FlatBuffer<UInt32>,
    _ places: borrowing FlatBuffer<PhraseIndex.Place>, _ written: [UInt32], _ trust: [UInt32], from origin: Int
  ) {
    let phrases = ConversionDictionary.stPhrasesWithSupplement
    let words = ConversionDictionary.stWords
    let costs = WordCost.shared
    var least = [UInt32](repeating: .max, count: stretch.count + 1)
    var choices = [(entry: Int, isWord: Bool, alternative: Int, count: Int)](
      repeating: (-1, false, 0, 1), count: stretch.count + 1)
    least[0] = 0
    var cursor = firstPlace
    for offset in stretch {
      let step = offset - stretch.lowerBound
      let known = least[step]
      let single = known &+ costs.standalone(text[offset])
      if single < least[step + 1] {
        least[step + 1] = single
        choices[step + 1] = (-1, false, 0, 1)
      }
      let available = stretch.upperBound - offset - 2
      func relax(_ phrases: PhraseIndex, isWord: Bool, _ entry: Int, _ count: Int) {
        let at = origin + offset
        let (penalty, alternative) = Self.penalty(phrases, entry, written, trust, at..<at + count)
        let cost = known &+ WordCost.phrase(count: count) &+ penalty
        if cost < least[step + count] {
          least[step + count] = cost
          choices[step + count] = (entry, isWord, alternative, count)
        }
      }
      if cursor < places.count, Int(places[cursor].start) == offset {
        let group = Int(places[cursor].group)
        phrases.forEachMatch(group: group, rest: text.base + offset + 2, available: available) {
          relax(phrases, isWord: false, $0, $1)
        }
        cursor += 1
      }
      let group = available >= 0 ? words.group(at: text.base + offset) : -1
      if group >= 0 {
        words.forEachMatch(group: group, rest: text.base + offset + 2, available: available) {
          relax(words, isWord: true, $0, $1)
        }
      }
    }
    var end = stretch.count
    while end > 0 {
      let (entry, isWord, alternative, count) = choices[end]
      let upper = origin + stretch.lowerBound + end
      settle(isWord ? words : phrases, entry, alternative, upper - count..<upper, written, trust)
      end -= count
    }
  }

  /// Whether some phrase over a stretch differs from what is written. In most lines none does, and they are as they should be.
  private func hasDoubt(
    _ written: [UInt32], _ span: Range<Int>, _ phrases: PhraseIndex, _ text: borrowing FlatBuffer<UInt32>,
    _ places: borrowing FlatBuffer<PhraseIndex.Place>
  ) -> Bool {
    var differs = false
    for index in 0..<places.count where !differs {
      let start = Int(places[index].start)
      phrases.forEachMatch(
        group: Int(places[index].group), rest: text.base + start + 2, available: span.count - start - 2
      ) { entry, count in
        differs = differs || !Self.agrees(phrases, entry, written, from: span.lowerBound + start, count)
      }
    }
    return differs
  }

  /// Whether the usual form of a phrase is what is written, but for variants.
  private static func agrees(_ phrases: PhraseIndex, _ entry: Int, _ written: [UInt32], from start: Int, _ count: Int)
    -> Bool
  {
    var place = 0
    var agrees = true
    phrases.forEachScalarOfValue(entry) { scalar in
      agrees =
        agrees && place < count
        && (scalar == written[start + place] || VariantForms.areForms(scalar, written[start + place]))
      place += 1
    }
    return agrees && place == count
  }

  /// What a phrase pays for the characters in which it differs from what is written, and which of its forms pays least.
  private static func penalty(
    _ phrases: PhraseIndex, _ entry: Int, _ written: [UInt32], _ trust: [UInt32], _ span: Range<Int>
  ) -> (penalty: UInt32, alternative: Int) {
    if agrees(phrases, entry, written, from: span.lowerBound, span.count) { return (0, 0) }
    var best: (penalty: UInt32, alternative: Int) = (.max, 0)
    for (index, form) in phrases.alternatives(entry).enumerated() where form.count == span.count {
      var (greatest, differences): (UInt32, UInt32) = (0, 0)
      for (place, offset) in span.enumerated() where !VariantForms.areForms(form[place], written[offset]) {
        guard trust[offset] > Trust.none, !isLeftOver(written[offset]) else { continue }
        greatest = max(greatest, trust[offset] + (isUsual(written[offset]) ? 0 : Trust.chosen))
        differences += 1
      }
      let penalty = greatest + (differences > 1 ? (differences - 1) * furtherDifference : 0)
      if penalty < best.penalty { best = (penalty, index) }
      if penalty == 0 { break }
    }
    // A phrase of another length has no form to compare with: it only marks the word.
    return best.penalty == .max ? (Trust.full, 0) : best
  }

  private mutating func settle(
    _ phrases: PhraseIndex, _ entry: Int, _ alternative: Int, _ word: Range<Int>, _ written: [UInt32], _ trust: [UInt32]
  ) {
    guard entry >= 0 else {
      let offset = word.lowerBound
      if trust[offset] == Trust.none || Self.isLeftOver(written[offset]) {
        let converted = ConversionDictionary.stCharacters[Self.simplified[written[offset]]]
        if !VariantForms.areForms(converted, written[offset]) { scalars[offset] = converted }
      }
      return
    }
    let form = phrases.alternatives(entry)[alternative]
    for (place, offset) in word.enumerated() {
      words[offset] = word
      if place < form.count, !VariantForms.areForms(form[place], written[offset]) { scalars[offset] = form[place] }
    }
  }

  /// Whether a character is what a conversion character by character writes for its Simplified form, or that form itself.
  static func isUsual(_ scalar: UInt32) -> Bool {
    let simplified = Self.simplified[scalar]
    return scalar == simplified || VariantForms.areForms(scalar, ConversionDictionary.stCharacters[simplified])
  }

  /// Whether a character is Simplified and nothing else: in Traditional text, one that a conversion left over.
  static func isLeftOver(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && ScriptTable.shared.scripts[Int(scalar)] == ScriptTable.simplifiedOnly
      && VariantForms.canonical[scalar] != VariantForms.canonical[ConversionDictionary.stCharacters[scalar]]
  }
}
