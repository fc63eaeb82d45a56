extension FoldedText {
  /// Calls `body` with the text's content, piece by piece: what is the same in copies that differ in script, width, case or
  /// layout alone.
  ///
  /// It is the fold without spaces and line ends, each unit brought to the one that stands for all that conversions between
  /// scripts may put in its place. The fold alone has one form for 后 and 後, 里 and 裡, 台 and 臺; but 回复 is converted to
  /// 回覆, and 覆 is a Simplified character too. The units are little-endian.
  public func forEachContentPiece(_ body: (UnsafeBufferPointer<UInt16>) -> Void) {
    let forms = CharacterMap.contentForms
    let capacity = 4096
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: capacity) { buffer in
      units.withUnsafeBufferPointer { units in
        for start in stride(from: 0, to: units.count, by: capacity) {
          // Each unit is written, and those that do not count are written over.
          var used = 0
          for unit in units[start..<min(start + capacity, units.count)] {
            buffer[used] = forms.image(inPlane: unit.rawValue).littleEndian
            used &+= unit != " " && unit != "\n" ? 1 : 0
          }
          body(UnsafeBufferPointer(rebasing: buffer[..<used]))
        }
      }
    }
  }
}
