/// Reads texts for comparison and keeps those that were used last.
struct ComparedTextCache {
  private let read: (Int) -> ContentUnits?
  private let shingleLength: Int
  /// Bytes for each of the two generations.
  private let capacity: Int
  private var young: [Int: ComparedText] = [:]
  private var old: [Int: ComparedText] = [:]
  private var youngBytes = 0

  init(shingleLength: Int, memory: Int, read: @escaping (Int) -> ContentUnits?) {
    self.read = read
    self.shingleLength = shingleLength
    capacity = memory / 2
  }

  mutating func text(_ number: Int) throws(CopyFailure) -> ComparedText {
    if let text = young[number] { return text }
    let text: ComparedText
    if let kept = old.removeValue(forKey: number) {
      text = kept
    } else {
      guard let content = read(number) else { throw .unreadable(text: number) }
      text = ComparedText(content, shingleLength: shingleLength)
    }
    if youngBytes + text.byteCount > capacity {
      (old, young, youngBytes) = (young, [:], 0)
    }
    young[number] = text
    youngBytes += text.byteCount
    return text
  }
}
