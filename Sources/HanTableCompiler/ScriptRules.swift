import HanText

/// What each character says of its script, and which sentences may hold a wrong conversion.
struct ScriptRules {
  private let simplified: Characters
  private let traditional: Characters
  private let variants: VariantGroups
  private var onlyTraditional: Set<UInt32> = []
  private var onlySimplified: Set<UInt32> = []
  /// The Traditional forms of each Simplified character.
  private var forms: [UInt32: [UInt32]] = [:]

  init(
    tsCharacters: SourceTable, stCharacters: SourceTable, simplified: Characters, variants: VariantGroups
  ) {
    self.simplified = simplified
    self.variants = variants
    traditional = Characters([stCharacters])
    // A character that is among its own conversions is right in both scripts (于, 后, 乾).
    for entry in tsCharacters.entries where entry.key.count == 1 && !entry.values.contains(entry.key) {
      onlyTraditional.insert(entry.key[0])
    }
    for entry in stCharacters.entries where entry.key.count == 1 && !entry.values.contains(entry.key) {
      onlySimplified.insert(entry.key[0])
    }
    for scalar in UInt32(0x3400)...0x9FFF where !isLeftOver(scalar) {
      forms[simplified[scalar], default: []].append(scalar)
    }
  }

  /// The Traditional forms of a Simplified character that has several.
  private func otherForms(of scalar: UInt32) -> [UInt32] {
    guard let forms = forms[scalar], forms.count > 1 else { return [] }
    return forms
  }

  /// Whether a character is Simplified and nothing else.
  private func isLeftOver(_ scalar: UInt32) -> Bool {
    onlySimplified.contains(scalar) && scalar < 0x10000 && !variants.areForms(scalar, traditional[scalar])
  }

  /// The traits of each scalar of the Basic Multilingual Plane. `regional` are the characters that a region writes in a
  /// form of its own, `phrases` what a repair goes by.
  func traits(regional: [UInt32], phrases: Phrases) -> [UInt8] {
    var traits = [ScriptTraits](repeating: [], count: 0x10000)
    func mark(_ scalars: some Sequence<UInt32>, _ trait: ScriptTraits) {
      for scalar in scalars where scalar < 0x10000 { traits[Int(scalar)].insert(trait) }
    }
    mark(onlyTraditional, .traditional)
    mark(onlySimplified, .simplified)
    mark((UInt32(0x3400)...0x9FFF).filter(isLeftOver), [.leftOver, .hasOtherForms])
    for group in forms.values where group.count > 1 {
      mark(group.filter { scalar in group.contains { !variants.areForms($0, scalar) } }, .hasOtherForms)
    }
    mark(regional, .regional)
    mark("。;:!?；：！？".unicodeScalars.map(\.value), .sentenceEnd)
    forEachDoubt(phrases) { entry, place in
      if let only = forms[entry.key[place]], only.count == 1, !variants.areForms(only[0], entry.values[0][place]) {
        mark(only, .replaced)
      }
    }
    return traits.map(\.rawValue)
  }

  /// The words of `DoubtFilter`.
  func doubts(_ phrases: Phrases, fold: FoldRules) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: 1 << DoubtFilter.wordBits)
    forEachDoubt(phrases) { entry, place in
      let key = entry.key
      for other in otherForms(of: key[place]) where !variants.areForms(other, entry.values[0][place]) {
        let isLast = place + 1 == key.count
        let neighbour = key[isLast ? place - 1 : place + 1]
        // Both as it stands and folded: a few Simplified characters of the phrases are Traditional ones of others.
        for unit in [FoldUnit(rawValue: UInt16(truncatingIfNeeded: neighbour)), fold.unit(of: neighbour)] {
          let bits = DoubtFilter.Place(other, unit, isLeft: isLast)
          words[bits.word] |= 1 << bits.firstBit | 1 << bits.secondBit
        }
      }
    }
    return words
  }

  /// Calls `body` with each character of each phrase that may be a reason to doubt what is written.
  private func forEachDoubt(_ phrases: Phrases, _ body: (_ entry: Phrases.Entry, _ place: Int) -> Void) {
    for entry in phrases.entries where !entry.isWord && !entry.isName && entry.key.count > 1 {
      precondition(entry.values[0].count == entry.key.count, "A phrase that may raise a doubt changes its length.")
      for place in entry.key.indices { body(entry, place) }
    }
  }
}
