/// Sorts numbers by some of their bits, digit for digit from the last (LSD radix sort): linear time, and numbers that are alike
/// in those bits stay in their order.
enum DigitSort {
  /// A digit has no more bits than this, so that the ends of all its stretches fit into the first cache.
  private static let widest = 11

  /// Sorts by the bits from `bits.lowerBound`, the lowest being 0, up to `bits.upperBound`.
  static func sort<Number: FixedWidthInteger & UnsignedInteger>(_ numbers: inout [Number], bits: Range<Int>) {
    guard numbers.count > 1, !bits.isEmpty else { return }
    let digits = (bits.count + widest - 1) / widest
    let width = (bits.count + digits - 1) / digits
    var other = [Number](unsafeUninitializedCapacity: numbers.count) { buffer, count in
      buffer.initialize(repeating: 0)
      count = buffer.count
    }
    for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: width) {
      let mask = Number(1) << Number(min(width, bits.upperBound - shift)) - 1
      distribute(numbers, to: &other, by: shift, mask)
      swap(&numbers, &other)
    }
  }

  private static func distribute<Number: FixedWidthInteger & UnsignedInteger>(
    _ numbers: [Number], to other: inout [Number], by shift: Int, _ mask: Number
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << widest) { next in
      next.initialize(repeating: 0)
      numbers.withUnsafeBufferPointer { numbers in
        for number in numbers { next[Int(truncatingIfNeeded: number &>> Number(shift) & mask)] &+= 1 }
        var sum = 0
        for digit in next.indices { (next[digit], sum) = (sum, sum &+ next[digit]) }
        other.withUnsafeMutableBufferPointer { other in
          for number in numbers {
            let digit = Int(truncatingIfNeeded: number &>> Number(shift) & mask)
            other[next[digit]] = number
            next[digit] &+= 1
          }
        }
      }
    }
  }
}
