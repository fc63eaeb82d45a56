import Foundation
import Gangmu
import Testing

/// Writes one value with the project's writer.
private func json(_ value: some JSONWritable, _ layout: JSONLayout = .line) -> String {
  var writer = JSONWriter(layout: layout)
  value.write(to: &writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

private struct Pair: JSONWritable {
  enum CodingKeys: String, CodingKey { case first, second }
  var first: [String]
  var second: Range<Int>?

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.first, first)
      $0.member(CodingKeys.second, second)
    }
  }
}

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("活動主題", #""活動主題""#), (#"a"b\c"#, #""a\"b\\c""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
    ("\0\u{1B}\u{1F}", ##""\u0000\u001b\u001f""##), ("\u{2028}\u{2029}\u{85}", ##""\u2028\u2029\u0085""##),
    ("“…—”·\u{A0}é𠮷😀", "\"“…—”·\u{A0}é𠮷😀\""), ("", #""""#),
  ])
  func `strings are escaped where JSON or a line splitter needs it`(value: String, expected: String) {
    #expect(json(value) == expected)
  }

  @Test func `every scalar that may trouble a reader comes back`() throws {
    let scalars = (0...0x2FFF).compactMap { (code: UInt32) in Unicode.Scalar(code) }
    let value = String(String.UnicodeScalarView(scalars))
    let decoded = try JSONDecoder().decode([String].self, from: Data(json([value]).utf8))
    #expect(decoded == [value])
  }

  @Test func `what is to be escaped is found at every place of a word`() throws {
    for special in ["\"", "\\", "\n", "\u{1F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{7F}", "“", "é", "\u{80}"] {
      for before in 0...17 {
        for after in [0, 1, 7, 8, 9] {
          let value = String(repeating: "a", count: before) + special + String(repeating: "年", count: after)
          let written = json(value)
          #expect(try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8)) == [value], "\(written)")
          #expect(!written.unicodeScalars.contains { $0.value < 0x20 || [0x85, 0x2028, 0x2029].contains($0.value) })
        }
      }
    }
  }

  @Test func `numbers of every length are written in full`() {
    for value in Array(0...12_345) + [99_999, 100_000, 99_999_999, 100_000_000, 100_000_001, .max] {
      #expect(json(value) == String(value))
      #expect(json(-value) == String(-value))
    }
    for hundredths in 0...100 {
      let digits = [hundredths / 100, hundredths % 100 / 10, hundredths % 10].map(String.init)
      let expected = digits[0] + "." + digits[1] + (digits[2] == "0" ? "" : digits[2])
      #expect(json(Double(hundredths) / 100) == expected)
    }
  }

  @Test(arguments: [(0, "0"), (-7, "-7"), (1_234_567, "1234567"), (Int.min, "-9223372036854775808")])
  func `integers are written in full`(value: Int, expected: String) {
    #expect(json(value) == expected)
  }

  @Test(arguments: [
    (0.0, "0.0"), (1.0, "1.0"), (0.9, "0.9"), (0.97, "0.97"), (0.05, "0.05"), (0.999, "1.0"), (1.0 / 3, "0.33"),
    (-2.0, "0.0"), (7.0, "1.0"), (Double.nan, "0.0"),
  ])
  func `a confidence has one or two decimals and stays within its bounds`(value: Double, expected: String) {
    #expect(json(value) == expected)
  }

  @Test func `one line has no spaces`() {
    #expect(json(Pair(first: ["a", "b"], second: 1..<2)) == #"{"first":["a","b"],"second":[1,2]}"#)
    #expect(json(Pair(first: [], second: nil)) == #"{"first":[],"second":null}"#)
  }

  @Test func `pretty JSON keeps spans on one line`() {
    #expect(
      json([Pair(first: ["a", "b"], second: 1..<2), Pair(first: [], second: nil)], .pretty) == """
        [
          {
            "first": [
              "a",
              "b"
            ],
            "second": [1, 2]
          },
          {
            "first": [],
            "second": null
          }
        ]
        """)
  }
}
