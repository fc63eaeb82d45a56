/// Which shingles of two texts stand in the other one too.
///
/// Copies agree over long stretches. So where a shingle of the first text was found in the second, the next one is looked
/// for behind it, and in the table of the second only where it does not stand there.
struct SharedShingles {
  /// For each offset of the first text 1 where its shingle stands in the second, else 0.
  private(set) var ofFirst: [UInt8] = []
  /// The same for the second.
  private(set) var ofSecond: [UInt8] = []
  /// How many shingles both have, each counted once.
  private(set) var commonCount = 0
  /// How many either has, each counted once.
  private(set) var unionCount = 0
  /// How many the text has that has fewer.
  private(set) var lesserCount = 0
  private var newShingles = ShingleTable()

  /// Looks at two texts. `table` holds the shingles of the second.
  mutating func fill(_ first: ComparedText, _ second: ComparedText, table: ShingleTable) {
    Self.clear(&ofFirst, first.shingles.count)
    Self.clear(&ofSecond, second.shingles.count)
    first.shingles.withUnsafeBufferPointer { left in
      second.shingles.withUnsafeBufferPointer { right in
        ofFirst.withUnsafeMutableBufferPointer { ofFirst in
          ofSecond.withUnsafeMutableBufferPointer { ofSecond in
            table.withSlots { slots, shift, mask in
              var next = right.count
              for offset in left.indices {
                let shingle = left[offset]
                if next >= right.count || right[next] != shingle {
                  next = ShingleTable.offset(of: shingle, in: slots, shift: shift, mask: mask)
                  guard next >= 0 else {
                    next = right.count
                    continue
                  }
                }
                ofFirst[offset] = 1
                ofSecond[next] = 1
                next += 1
              }
            }
          }
        }
      }
    }
    spread(over: table.repetitions)
    let firstCount = commonCount + newShingles.count(unmarked: first.shingles, marks: ofFirst)
    let secondCount = second.shingles.count - table.repetitions.count
    unionCount = firstCount + secondCount - commonCount
    lesserCount = min(firstCount, secondCount)
  }

  /// What was found at one place of a shingle in the second text holds for all of them.
  private mutating func spread(over repetitions: [ShingleTable.Repetition]) {
    for place in repetitions where ofSecond[Int(place.offset)] == 1 { ofSecond[Int(place.first)] = 1 }
    var repeated = 0
    for place in repetitions {
      let known = ofSecond[Int(place.first)]
      ofSecond[Int(place.offset)] = known
      repeated += Int(known)
    }
    commonCount = ofSecond.reduce(0) { $0 + Int($1) } - repeated
  }

  private static func clear(_ marks: inout [UInt8], _ count: Int) {
    if marks.capacity > max(count * 64, 1 << 20) { marks = [] }
    marks.removeAll(keepingCapacity: true)
    marks.append(contentsOf: repeatElement(0, count: count))
  }
}
