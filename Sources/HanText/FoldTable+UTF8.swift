extension FoldTable {
  /// Folds bytes into one unit for each scalar, or returns nil where they are no UTF-8.
  ///
  /// The hot loop of every run. Each input byte is read once, below `bytes.count`; each output slot is written once, below
  /// the number of lead bytes counted before.
  func fold(utf8 bytes: [UInt8]) -> [FoldUnit]? {
    var isValid = true
    let units = bytes.withUnsafeBytes { bytes in
      [FoldUnit](unsafeUninitializedCapacity: UTF8Leads(bytes).count) { output, written in
        isValid = fold(bytes, into: output, &written)
      }
    }
    return isValid ? units : nil
  }

  /// Folds runs of Han characters and of letters several at a time, and what stands between them one by one.
  private func fold(
    _ bytes: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<FoldUnit>, _ written: inout Int
  ) -> Bool {
    var reader = UTF8Reader(bytes: bytes.bindMemory(to: UInt8.self))
    guard let table = units.baseAddress, let output = output.baseAddress else { return bytes.isEmpty }
    var count = 0
    defer { written = count }
    while true {
      while let run = reader.nextHan() {
        for place in 0..<4 { output[count &+ place] = table[Int(run[place])] }
        count &+= 4
      }
      while let run = reader.nextLetters() {
        for place in 0..<8 { output[count &+ place] = table[Int(run[place])] }
        count &+= 8
      }
      guard let scalar = reader.next() else { return reader.isValid }
      output[count] = fold(code: scalar)
      count &+= 1
    }
  }
}
