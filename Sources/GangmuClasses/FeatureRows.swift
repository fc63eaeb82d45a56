/// What a model has learnt of each feature: how much it speaks for each label, and the square of how much it tells.
///
/// Kept in 16 bits a number, the upper half of a `Float` (bfloat16): a row of ten labels then fits half a cache line, and the
/// rows are what deciding waits for. The numbers are exact to .4 %, of a sum over many features far less is lost.
struct FeatureRows: Sendable {
  /// The rows, end to end: a number for each label, the square, zeros up to a multiple of eight.
  let halves: [UInt16]
  let labelCount: Int
  /// The numbers in a row.
  let width: Int

  static func width(labelCount: Int) -> Int { (labelCount + 8) / 8 * 8 }

  init(halves: [UInt16], labelCount: Int) {
    self.halves = halves
    self.labelCount = labelCount
    width = Self.width(labelCount: labelCount)
  }

  /// Takes what machines have learnt of features that tell as much as `values` says.
  init(_ machines: DualCoordinateDescent, values: [Float]) {
    let labelCount = machines.classCount
    let width = Self.width(labelCount: labelCount)
    var halves = [UInt16](repeating: 0, count: values.count * width)
    for (feature, value) in values.enumerated() {
      for label in 0..<labelCount {
        halves[feature * width + label] = Self.half(machines.weight(of: feature, for: label) * value)
      }
      halves[feature * width + labelCount] = Self.half(value * value)
    }
    self.init(halves: halves, labelCount: labelCount)
  }

  /// How much a feature speaks for a label.
  func weight(of feature: Int, for label: Int) -> Float {
    Float(bitPattern: UInt32(halves[feature * width + label]) << 16)
  }

  /// Fills `sums` with the sum of the rows of features: one for each label, then the sum of squares.
  func sum(_ features: UnsafeBufferPointer<UInt32>, into sums: inout [Float]) {
    sums.withUnsafeMutableBytes { sums in
      halves.withUnsafeBytes { halves in
        for column in stride(from: 0, to: width, by: 8) {
          var sum = SIMD8<Float>()
          for feature in features {
            let row = halves.loadUnaligned(
              fromByteOffset: (Int(feature) * width + column) * 2, as: SIMD8<UInt16>.self)
            sum += unsafeBitCast(SIMD8<UInt32>(truncatingIfNeeded: row) &<< 16, to: SIMD8<Float>.self)
          }
          sums.storeBytes(of: sum, toByteOffset: column * 4, as: SIMD8<Float>.self)
        }
      }
    }
  }

  /// The upper half of a number, rounded to nearest, to even between two.
  private static func half(_ value: Float) -> UInt16 {
    let bits = value.bitPattern
    return UInt16(truncatingIfNeeded: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) >> 16)
  }
}
