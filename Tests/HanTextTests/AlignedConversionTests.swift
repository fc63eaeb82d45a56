import HanText
import Testing

@Suite("Alignment")
struct AlignedConversionTests {
  @Test("says which part of the source each part of the conversion came from")
  func segments() {
    let aligned = Converter(.tw2sp).align("買印表機和伺服器")
    #expect(aligned.text == "买打印机和服务器")
    #expect(aligned.source(of: 1..<4) == 1..<4)
    #expect(aligned.source(of: 5..<8) == 5..<8)
  }

  @Test(
    "covers source and conversion without gap or overlap", arguments: allConfigurations,
    ["SQL注入和内存条,性价比高", "CP值高的記憶體,史蒂夫·麥奎因", "头发干了😀\n", "", "埠"])
  func cover(configuration: ConversionConfiguration, text: String) {
    let aligned = Converter(configuration).align(text)
    #expect(aligned.text == Converter(configuration).convert(text))
    var (source, output) = (0, 0)
    for segment in aligned.segments {
      #expect(segment.source.lowerBound == source && segment.output.lowerBound == output, "\(configuration) \(text)")
      (source, output) = (segment.source.upperBound, segment.output.upperBound)
    }
    #expect(source == text.unicodeScalars.count && output == aligned.text.unicodeScalars.count)
  }

  @Test("gives a phrase that changes its length as a whole")
  func wholePhrases() {
    let aligned = Converter(.tw2sp).align("通訊埠開")
    let parts = aligned.segments.filter { $0.source.count != $0.output.count }
    #expect(parts.allSatisfy { !$0.source.isEmpty && !$0.output.isEmpty }, "\(aligned)")
  }
}
