import Foundation
import HanTableCompiler
import HanText
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
}
