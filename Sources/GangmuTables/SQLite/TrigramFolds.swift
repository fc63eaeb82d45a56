import GRDB

/// What SQLite's trigram tokenizer makes of scalars: it has its own idea of lower case.
enum TrigramFolds {
  /// Scalars from here on have no case.
  private static let casedLimit: UInt32 = 0x2_0000

  /// Asks the tokenizer what it makes of every scalar that it could take for another: those with a case, and those that are
  /// no characters, which are U+FFFD to it; nil where it does not work as the one known here.
  static func ask(_ database: Database) throws -> [UInt32]? {
    let tokenizer = try database.makeTokenizer(FTS5TokenizerDescriptor(components: ["trigram"]))
    let cased = (0..<casedLimit).compactMap(Unicode.Scalar.init).filter {
      $0.properties.isCased || $0.properties.isNoncharacterCodePoint
    }
    var probe = String.UnicodeScalarView()
    for scalar in cased { probe.append(contentsOf: ["a", "a", scalar]) }
    let tokens = try tokenizer.tokenize(document: String(probe)).map { Array($0.token.unicodeScalars) }
    guard tokens.count == cased.count * 3 - 2, tokens.allSatisfy({ $0.count == 3 }) else { return nil }
    var folds = Array(0..<casedLimit)
    for (number, scalar) in cased.enumerated() { folds[Int(scalar.value)] = tokens[number * 3][2].value }
    return folds
  }
}
