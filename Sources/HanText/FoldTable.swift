/// The fold of every scalar of the Basic Multilingual Plane, and of the few beyond it whose folded form lies within.
struct FoldTable: @unchecked Sendable {
  static let shared = FoldTable()

  /// One unit for each scalar of the Basic Multilingual Plane.
  let units = UnsafeBufferPointer(
    start: CompiledTables.embedded.pointer(.fold, 0, as: FoldUnit.self), count: 0x10000)
  /// Scalars beyond the plane and their units: pairs, rising.
  private let astral = CompiledTables.embedded.part(.fold, 1, as: (scalar: UInt32, unit: UInt32).self)

  func fold(_ scalar: Unicode.Scalar) -> FoldUnit {
    fold(code: scalar.value)
  }

  /// The fold of the scalar of a code point.
  @inline(__always)
  func fold(code: UInt32) -> FoldUnit {
    code < 0x10000 ? units[Int(code)] : foldAstral(code)
  }

  func foldAstral(_ scalar: UInt32) -> FoldUnit {
    let place = astral.partitioningIndex { $0.scalar >= scalar }
    guard place < astral.count, astral[place].scalar == scalar else { return .astral }
    return FoldUnit(rawValue: UInt16(truncatingIfNeeded: astral[place].unit))
  }
}
