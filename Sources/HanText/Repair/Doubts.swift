/// Tells which characters of a sentence may be written otherwise than a phrase of the dictionaries has them.
struct Doubts {
  private let traits = ScriptTraits.table
  private let filter = DoubtFilter.shared
  private let fold = FoldTable.shared

  /// Whether some phrase may differ from what is written at a character.
  @inline(__always)
  func touch(_ written: UnsafeBufferPointer<UInt32>, at offset: Int) -> Bool {
    let trait = traits.of(written[offset])
    if trait.isDisjoint(with: [.hasOtherForms, .replaced]) { return false }
    if trait.contains(.replaced) { return true }
    let before = offset > 0 ? fold.fold(code: written[offset - 1]) : "\n"
    let after = offset + 1 < written.count ? fold.fold(code: written[offset + 1]) : "\n"
    return filter.mayDiffer(written[offset], before: before, after: after)
  }
}
