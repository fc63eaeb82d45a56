import GangmuFields
import GangmuOutline
import HanText
import Testing

/// Signals are looked for in many units at a time; what they start must be found wherever it stands among those.
@Suite("Signals")
struct SignalTests {
  private static let lengths = [31, 32, 33, 63, 64, 65]
  private static let title = "《节水法》"

  @Test("A title is found at each place of a text of any length", arguments: lengths)
  func places(length: Int) {
    for place in 0...length - Self.title.count {
      let filler = Array(repeating: "水", count: length - Self.title.count)
      let text = filler[..<place].joined() + Self.title + filler[place...].joined()
      #expect(citations(text, length) == [place..<place + Self.title.count], "\(text)")
    }
  }

  @Test("Titles one after the other are all found, as a plain loop finds them", arguments: lengths)
  func rows(length: Int) {
    // No two gaps are alike, so that marks stand at all places of a step.
    var text = ""
    var gap = 0
    while text.count + gap + Self.title.count <= length {
      text += String(repeating: "水", count: gap) + Self.title
      gap = (gap + 1) % 4
    }
    text += String(repeating: "水", count: length - text.count)
    let units = FoldedText(text).units
    let plain = units.indices.filter { units[$0] == "《" }.map { $0..<$0 + Self.title.count }
    #expect(citations(text, length) == plain, "\(text)")
  }

  @Test("A title that the end of a text cuts off is none", arguments: lengths)
  func cutOff(length: Int) {
    for rest in 1..<Self.title.count {
      let text = String(repeating: "水", count: length - rest) + Self.title.prefix(rest)
      #expect(citations(text, length).isEmpty, "\(text)")
    }
  }

  /// Where the citations of one line of so many units stand.
  private func citations(_ line: String, _ length: Int) -> [Range<Int>] {
    let text = FoldedText(line)
    #expect(text.count == length)
    let content = BlockText(text: text, blocks: [Block(kind: .paragraph, span: 0..<text.count, line: 1)])
    let document = OutlinedDocument(label: nil, content: content, title: nil, sections: [], noise: [], warnings: [])
    return FieldReader().fields(of: document, dates: []).citations.map(\.span)
  }
}
