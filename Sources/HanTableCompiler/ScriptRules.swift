import HanText

/// What each character says of its script, and which sentences may hold a wrong conversion.
struct ScriptRules {
  private let simplified: Characters
  private let traditional: Characters
  private let variants: VariantGroups
  private var onlyTraditional: Set<UInt32> = []
  private var onlySimplified: Set<UInt32> = []
  /// The Traditional forms of each Simplified character that has several.
  private var otherForms: [UInt32: [UInt32]] = [:]

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
      otherForms[simplified[scalar], default: []].append(scalar)
    }
    otherForms = otherForms.filter { $0.value.count > 1 }
  }

  /// Whether a character is Simplified and nothing else.
  private func isLeftOver(_ scalar: UInt32) -> Bool {
    onlySimplified.contains(scalar) && scalar < 0x10000 && !variants.areForms(scalar, traditional[scalar])
  }

  /// The traits of each scalar of the Basic Multilingual Plane. `regional` are the characters that a region writes in a
  /// form of its own.
  func traits(regional: [UInt32]) -> [UInt8] {
    var traits = [ScriptTraits](repeating: [], count: 0x10000)
    func mark(_ scalars: some Sequence<UInt32>, _ trait: ScriptTraits) {
      for scalar in scalars where scalar < 0x10000 { traits[Int(scalar)].insert(trait) }
    }
    mark(onlyTraditional, .traditional)
    mark(onlySimplified, .simplified)
    mark((UInt32(0x3400)...0x9FFF).filter(isLeftOver), [.leftOver, .hasOtherForms])
    for group in otherForms.values {
      mark(group.filter { scalar in group.contains { !variants.areForms($0, scalar) } }, .hasOtherForms)
    }
    mark(regional, .regional)
    mark("。;:!?；：！？".unicodeScalars.map(\.value), .sentenceEnd)
    return traits.map(\.rawValue)
  }

  /// The bits of `DoubtFilter`.
  func doubts(_ phrases: Phrases, fold: FoldRules) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 1 << (DoubtFilter.bitCount - 6))
    for entry in phrases.entries where !entry.isWord && !entry.isName && entry.key.count > 1 {
      let (key, value) = (entry.key, entry.values[0])
      guard value.count == key.count else { continue }
      for place in key.indices {
        for other in otherForms[key[place]] ?? [] where !variants.areForms(other, value[place]) {
          let isLast = place + 1 == key.count
          let neighbour = key[isLast ? place - 1 : place + 1]
          // Both as it stands and folded: a few Simplified characters of the phrases are Traditional ones of others.
          for unit in [FoldUnit(rawValue: UInt16(truncatingIfNeeded: neighbour)), fold.unit(of: neighbour)] {
            let hash = DoubtFilter.hash(other, unit, isLeft: isLast)
            bits[hash >> 6] |= 1 << UInt64(hash & 63)
          }
        }
      }
    }
    return bits
  }
}
