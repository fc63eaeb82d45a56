/// Compares texts by number, and counts how often.
///
/// Reads texts for comparison and keeps those that were used last. The table of the text that was compared last is kept too:
/// clusters are made around one text after the other.
final class TextComparer {
  private let read: (Int) -> ContentUnits?
  private let shingleLength: Int
  private let frequencies: ShingleFrequencies
  private let owners: [Int32]
  /// Bytes for each of the two generations.
  private let capacity: Int
  private var young: [Int: ComparedText] = [:]
  private var old: [Int: ComparedText] = [:]
  private var youngBytes = 0
  private var table = ShingleTable()
  /// The text whose shingles are in `table`.
  private var tableOwner = -1
  private var shared = SharedShingles()
  /// The comparisons made.
  private(set) var count = 0

  init(
    shingleLength: Int, frequencies: ShingleFrequencies, owners: [Int32], memory: Int,
    read: @escaping (Int) -> ContentUnits?
  ) {
    (self.shingleLength, self.frequencies, self.owners, self.read) = (shingleLength, frequencies, owners, read)
    capacity = memory / 2
  }

  /// How the first text compares with the second.
  func compare(_ first: Int, _ second: Int) throws(CopyFailure) -> TextComparison {
    if !owners.isEmpty, owners[first] == owners[second] { return .unrelated }
    count += 1
    let (left, right) = (try text(first), try text(second))
    if tableOwner == first {
      shared.fill(right, left, table: table)
      return TextComparison(right, left, shared, frequencies: frequencies).inverse
    }
    if tableOwner != second {
      table.fill(with: right.shingles)
      tableOwner = second
    }
    shared.fill(left, right, table: table)
    return TextComparison(left, right, shared, frequencies: frequencies)
  }

  private func text(_ number: Int) throws(CopyFailure) -> ComparedText {
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
