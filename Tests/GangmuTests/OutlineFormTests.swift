import Foundation
import FoundationXML
import Gangmu
import Testing

@Suite struct OutlineFormTests {
  private static let plan = """
    校園讀書節<活動>方案
    一、活動主題
    好書*伴我*成長
    二、活動要求
    1.高度重視。各班級要認真準備。
    2.注重實效。各年級要做好記錄,包括(1)照片;(2)名單。
    1988.這一年的書

    """

  private func document(_ page: String = plan) throws -> ParsedDocument {
    try #require(try PageParser().documents(in: PageInput(uri: "p", bytes: Array(page.utf8))).first)
  }

  @Test func `Markdown has headings for headed sections and escapes what would be read as its own`() throws {
    #expect(
      try OutlineMarkdown(document()).text == """
        # 校園讀書節\\<活動\\>方案

        ## 一、活動主題

        好書\\*伴我\\*成長

        ## 二、活動要求

        ### 1.高度重視

        各班級要認真準備。

        ### 2.注重實效

        各年級要做好記錄,包括(1)照片;(2)名單。

        1988\\.這一年的書

        """)
  }

  @Test func `Markdown sets rows of cells as a table`() throws {
    let page = "<h1>分工表</h1><table><tr><td>工作</td><td>部門</td></tr><tr><td>宣傳|海報</td><td>學生處</td></tr></table>"
    #expect(
      try OutlineMarkdown(document(page)).text == """
        # 分工表

        | 工作 | 部門 |
        | --- | --- |
        | 宣傳\\|海報 | 學生處 |

        """)
  }

  @Test func `JSON nests the sections of a document`() throws {
    var bytes: [UInt8] = []
    try OutlineJSON(document()).append(to: &bytes)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let sections = try #require(object["sections"] as? [[String: Any]])
    #expect(sections.map { $0["heading"] as? String } == ["活動主題", "活動要求"])
    let children = try #require(sections.last?["children"] as? [[String: Any]])
    #expect(children.map { $0["marker"] as? String } == ["1.", "2."])
    #expect(children.map { $0["line"] as? Int } == [5, 6])
    #expect((children.last?["children"] as? [[String: Any]])?.map { $0["inline"] as? Bool } == [true, true])
  }

  @Test func `OPML is well formed and nests as the outline does`() throws {
    let file = OutlineOPML.head + (try OutlineOPML(document()).text) + OutlineOPML.tail
    let xml = try XMLDocument(xmlString: file)
    #expect(try xml.nodes(forXPath: "/opml/body/outline/outline").count == 2)
    #expect(try xml.nodes(forXPath: "/opml/body/outline/outline[2]/outline").count == 2)
    #expect(try xml.nodes(forXPath: "/opml/body/outline/@text").first?.stringValue == "校園讀書節<活動>方案")
    #expect(try xml.nodes(forXPath: "//outline[@text='一、活動主題']/@_note").first?.stringValue == "好書*伴我*成長")
  }
}
