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
    var (low, high) = (0, astral.count)
    while low < high {
      let middle = (low + high) / 2
      if astral[middle].scalar < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < astral.count, astral[low].scalar == scalar else { return .astral }
    return FoldUnit(rawValue: UInt16(truncatingIfNeeded: astral[low].unit))
  }
}
