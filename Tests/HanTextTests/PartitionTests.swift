import HanText
import Testing

@Suite struct PartitionTests {
  @Test func `the first element behind the others is found, in slices too`() {
    for count in 0...20 {
      let numbers = Array(0..<count)
      for border in 0...count {
        #expect(numbers.partitioningIndex { $0 >= border } == border)
        #expect(numbers[border...].partitioningIndex { $0 >= border + 3 } == min(border + 3, count))
      }
    }
  }
}
