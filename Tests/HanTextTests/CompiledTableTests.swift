import Foundation
import HanTableCompiler
import HanText
import TestSupport
import Testing

@Suite("Compiled tables")
struct CompiledTableTests {
  private static let folder = URL(filePath: #filePath).appending(path: "../../../Sources/CHanTables/Tables")
    .standardized

  @Test("the program embeds what the text tables compile to (else: script/compile-tables)")
  func embedded() throws {
    let compiled = try HanTableCompiler.compile(folder: Self.folder.path)
    #expect(compiled.elementsEqual(CompiledTables.bytes), "\(compiled.count) and \(CompiledTables.bytes.count) bytes")
  }

  /// Read the tables anew, by other means than the compiler, and ask the converter for each character.
  @Test(
    "each character of the text tables converts as they say",
    arguments: [("STCharacters", .s2t), ("TSCharacters", .t2s)] as [(String, ConversionConfiguration)])
  func characters(table: String, configuration: ConversionConfiguration) throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(table).txt"), encoding: .utf8)
    let converter = Converter(configuration)
    let wrong = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.filter { line in
      let fields = line.split(separator: "\t")
      return converter.convert(String(fields[0])) != fields[1].split(separator: " ")[0]
    }
    #expect(wrong == [])
  }

  /// A phrase by itself is cut as a whole, or its parts explain it as well.
  @Test("each phrase of OpenCC's converts by itself as its table says, where the longest match is taken")
  func phrases() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "STPhrases.txt"), encoding: .utf8)
    let converter = Converter(.s2t, policy: .longestMatch)
    let wrong = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.filter { line in
      let fields = line.split(separator: "\t")
      return converter.convert(String(fields[0])) != fields[1].split(separator: " ")[0]
    }
    #expect(wrong == [])
  }

  @Test(
    "a table that outgrows its compiled form is refused by name",
    arguments: [
      (32, 1, "stBest: no room for the phrase 一一"), (2, 256, "stBest: a conversion is too long: 一一"),
    ])
  func tooLong(keyLength: Int, valueLength: Int, message: String) throws {
    let folder = try TemporaryFolder()
    let tables = URL(filePath: folder.file("Tables"))
    try FileManager.default.copyItem(at: Self.folder, to: tables)
    let phrases = try folder.text("Tables/STPhrases.txt")
    let (key, value) = (String(repeating: "一", count: keyLength), String(repeating: "一", count: valueLength))
    try folder.write(phrases + "\(key)\t\(value)\n", to: "Tables/STPhrases.txt")
    let failure = #expect(throws: TableFailure.self) { try HanTableCompiler.compile(folder: tables.path) }
    #expect(failure?.description.hasPrefix(message) == true, "\(failure?.description ?? "")")
  }

  @Test("an entry is made of what its bits can say, and of no more")
  func entryBits() {
    func isMade(tail: Int, count: Int) -> Bool {
      PhraseIndex.Entry(
        tail: tail, count: count, isLast: true, isCharacterwise: true, isSupplement: true, isName: true, isWord: true)
        != nil
    }
    #expect(isMade(tail: (1 << 22) - 1, count: 31))
    #expect(!isMade(tail: 1 << 22, count: 31))
    #expect(!isMade(tail: 0, count: 32))
  }
}
