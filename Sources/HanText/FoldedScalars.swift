/// What is known of each scalar of a text.
struct FoldedScalars {
  /// Its folded form.
  var units: [FoldUnit]
  /// What it says of the script; behind the last so many empty ones that words of traits can be read at each place.
  var traits: [ScriptTraits]
  /// Where it stands.
  var index: ScalarIndex

  /// Makes them for at most so many scalars; `write` writes them down, and gives back how many there are.
  init(
    capacity: Int,
    write: (
      _ units: UnsafeMutableBufferPointer<FoldUnit>, _ traits: UnsafeMutableBufferPointer<ScriptTraits>,
      _ index: inout ScalarIndex.Writer
    ) -> Int
  ) {
    var (traits, index): ([ScriptTraits], ScalarIndex?) = ([], nil)
    units = [FoldUnit](unsafeUninitializedCapacity: capacity) { units, count in
      traits = [ScriptTraits](unsafeUninitializedCapacity: capacity + ScriptTraitsWords.width) { traits, sealed in
        index = ScalarIndex(capacity: capacity) { count = write(units, traits, &$0) }
        traits[count..<count + ScriptTraitsWords.width].initialize(repeating: [])
        sealed = count + ScriptTraitsWords.width
      }
    }
    self.traits = traits
    self.index = index ?? ScalarIndex(capacity: 0) { _ in }
  }
}
