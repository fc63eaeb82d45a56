/// Which of two regional forms of a character a page writes: 裏 or 裡, 爲 or 為, 着 or 著.
struct PageForms: Sendable {
  /// The characters that have such forms, rising; how often the page has each stands at the same place of `counts`.
  private static let characters = CompiledTables.embedded.array(.regionalForms, 0, of: UInt32.self)
  /// OpenCC's standard form and Taiwan's, which most Traditional pages write, as places among `characters`, by turns.
  private static let pairs = CompiledTables.embedded.array(.regionalForms, 1, of: UInt32.self)
  private var counts: [UInt32]

  /// The forms of a page that has none of them yet.
  init() {
    counts = [UInt32](repeating: 0, count: Self.characters.count)
  }

  /// Counts the forms of a page.
  init(of page: FoldedText) {
    self.init()
    page.withScriptTraits { count(page, $0, in: 0..<page.count) }
  }

  /// Counts the forms in a span of a page whose traits are given.
  mutating func count(_ page: FoldedText, _ traits: ScriptTraitsWords, in span: Range<Int>) {
    for (offset, _) in traits.places(of: .regional, in: span) {
      if let place = Self.characters.place(of: page.code(at: offset)) { counts[place] += 1 }
    }
  }

  /// The page's form of a character in OpenCC's standard. Where the page has neither, or both alike, Taiwan's is taken.
  subscript(scalar: UInt32) -> UInt32 {
    guard ScriptTraits.of(scalar).contains(.regional), let place = Self.characters.place(of: scalar) else {
      return scalar
    }
    let pairs = Self.pairs
    for pair in stride(from: 0, to: pairs.count, by: 2) where Int(pairs[pair]) == place {
      let taiwan = Int(pairs[pair + 1])
      return counts[place] <= counts[taiwan] ? Self.characters[taiwan] : scalar
    }
    return scalar
  }
}
