import GangmuCorpus
import TestSupport
import Testing

@Suite struct JSONScannerTests {
  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"b"}"#), (#" { "a" : [ 1 , -2.5e3 , true , null ] } "#, #"{"a":[1,-2.5e3,true,null]}"#),
    (#""\u7db2\ud83d\ude00\n\/""#, "\"網😀\\n/\""), (#""\ud83d""#, "\"\u{FFFD}\""), (#"{"":{}}"#, #"{"":{}}"#),
    (#"{"a\"b":1}"#, #"{"a\"b":1}"#), ("[]", "[]"),
  ])
  func readsAndWrites(_ json: String, _ expected: String) throws {
    #expect(String(decoding: try JSONTree(Array(json.utf8)).json, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    "", "{", "{]", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "[1 2]", #""a"#, #""\x""#, #""\u12""#, "tru", "{} {}",
    "\"\u{1}\"", NamedText(100_000, times: "["), NamedText(100_000, times: #"{"a":"#), "nul", "+1",
  ])
  func refusesWhatIsNoJSON(_ json: NamedText) {
    #expect(throws: JSONFailure.self, "\(json)") { try JSONTree(Array(json.text.utf8)) }
  }

  @Test func objectsKeepTheirOrderAndTakeNewMembers() throws {
    var tree = try JSONTree(Array(#"{"b":1,"a":{"c":[true]}}"#.utf8))
    tree["z"] = .string("新")
    tree["b"] = nil
    #expect(String(decoding: tree.json, as: UTF8.self) == #"{"a":{"c":[true]},"z":"新"}"#)
    #expect(tree["a"]?["c"]?.elements.count == 1)
  }
}
