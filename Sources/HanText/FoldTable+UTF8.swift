extension FoldTable {
  /// Folds bytes into one unit for each scalar, or returns nil where they are no UTF-8.
  ///
  /// The hot loop of every run. Each input byte is read once, below `bytes.count`; each output slot is written once, below
  /// the number of scalars counted before.
  func fold(utf8 bytes: [UInt8]) -> FoldedScalars? {
    var isValid = true
    let scalars = bytes.withUnsafeBufferPointer { bytes in
      FoldedScalars(capacity: bytes.scalarCount) { units, traits, index in
        guard let units = units.baseAddress, let traits = traits.baseAddress else { return 0 }
        var output = FoldedOutput(units: units, traits: traits, index: index)
        isValid = fold(bytes, into: &output)
        index = output.index
        return output.count
      }
    }
    return isValid ? scalars : nil
  }

  /// Folds four Han characters and eight letters in one go, since each question about a single one costs a wrong guess at its
  /// run's end. Returns false where an ill-formed sequence was met.
  @inline(__always)
  private func fold(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout FoldedOutput) -> Bool {
    var reader = UTF8Reader(bytes: bytes)
    while true {
      let start = output.count
      while let (first, second) = reader.nextFourHan() {
        output.append(pair: first, by: self)
        output.append(pair: second, by: self)
      }
      while let word = reader.word, let scalar = reader.nextHan(word) { output.append(Int(scalar), by: self) }
      output.noteHan(from: start)
      guard let word = reader.word else { break }
      if reader.nextLetters(word) {
        for place in 0..<8 {
          output.append(letter: Int(truncatingIfNeeded: word &>> UInt64(8 &* place) & 0x7F), by: self)
        }
      } else if let letter = reader.nextLetter(word) {
        output.append(letter: Int(letter), by: self)
      } else {
        guard let scalar = reader.next() else { return false }
        output.append(rare: scalar, width: reader.width, by: self)
      }
    }
    while let scalar = reader.next() { output.append(rare: scalar, width: reader.width, by: self) }
    return reader.isValid
  }
}

/// Where the scalars of a text are written down one after the other.
private struct FoldedOutput {
  private let units: UnsafeMutablePointer<FoldUnit>
  private let traits: UnsafeMutablePointer<ScriptTraits>
  private(set) var index: ScalarIndex.Writer
  private(set) var count = 0
  private let table = ScriptTraits.table

  init(
    units: UnsafeMutablePointer<FoldUnit>, traits: UnsafeMutablePointer<ScriptTraits>, index: ScalarIndex.Writer
  ) {
    (self.units, self.traits, self.index) = (units, traits, index)
  }

  /// Appends two scalars of three bytes, given in the halves of a word, to be noted by `noteHan`.
  @inline(__always)
  mutating func append(pair: UInt64, by fold: FoldTable) {
    append(Int(truncatingIfNeeded: pair & 0xFFFF), by: fold)
    append(Int(truncatingIfNeeded: pair &>> 32), by: fold)
  }

  /// Appends a scalar of three bytes, to be noted by `noteHan`.
  @inline(__always)
  mutating func append(_ scalar: Int, by fold: FoldTable) {
    (units[count], traits[count]) = (fold.units[scalar], table[scalar])
    count &+= 1
  }

  /// Notes how wide the scalars of three bytes are that were appended from a place on.
  @inline(__always)
  mutating func noteHan(from start: Int) {
    var start = start
    while start < count {
      let number = min(32, count &- start)
      index.append(width: 3, count: number)
      start &+= number
    }
  }

  /// Appends a scalar of one byte.
  @inline(__always)
  mutating func append(letter: Int, by fold: FoldTable) {
    (units[count], traits[count]) = (fold.units[letter], table.of(ascii: letter))
    index.append(width: 1, count: 1)
    count &+= 1
  }

  /// Appends any scalar.
  @inline(__always)
  mutating func append(rare scalar: UInt32, width: Int, by fold: FoldTable) {
    (units[count], traits[count]) = (fold.fold(code: scalar), table.inText(scalar))
    index.append(width: width, count: 1)
    count &+= 1
  }
}
