import GangmuPages
import HanText
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: ["一、主題\r", "一、主題\r\n", "一、主題\n\r", "一、主題\u{85}", "一、主題\u{B}"])
  func theEndOfTheLastLineIsNoText(text: String) throws {
    #expect(try dump(text: text) == ["1 p 一、主題"])
  }

  @Test func everyKindOfLineEndPartsBlocks() throws {
    let text = "一、主題\n二、時間\r\n三、地點\r四、對象\u{85}五、要求\u{2028}六、步驟\u{2029}七、聯系人"
    #expect(
      try dump(text: text) == [
        "1 p 一、主題", "2 p 二、時間", "3 p 三、地點", "4 p 四、對象", "5 p 五、要求", "6 p 六、步驟", "7 p 七、聯系人",
      ])
  }

  @Test func blankLinesAreCountedAndLeaveNoBlock() throws {
    #expect(try dump(text: "\n　\n活动方案\n \t\n\n一、时间\n\n") == ["3 p 活动方案", "6 p 一、时间"])
  }

  @Test func softReturnsPartBlocksWithoutCounting() throws {
    #expect(try dump(text: "甲\u{0B}乙\u{0C}丙\n丁") == ["1 p 甲", "1 p 乙", "1 p 丙", "2 p 丁"])
  }

  @Test func blocksAreTrimmedAndKeepTheirInnerSpaces() throws {
    #expect(try dump(text: "　　于　淼  電 話：\t8571 \u{A0}　\n") == ["1 p 于　淼  電 話：\t8571"])
  }

  @Test(arguments: ["\u{200B}", "\u{200E}", "\u{202B}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{01}", "\u{7F}", "\u{90}"])
  func marksThatDoNotShowAreDropped(mark: String) throws {
    #expect(try dump(text: "\(mark) 網\(mark)路\(mark) \(mark)\n\(mark)\n安全") == ["1 p 網路", "3 p 安全"])
  }

  @Test func neighboursOfDroppedMarksStay() throws {
    // They share their lead bytes with what is dropped.
    let text = "“甲”—乙…©®¿…！（丙）：\u{2070}ﾟ"
    #expect(try dump(text: text) == ["1 p \(text)"])
  }

  @Test func theSeedPageGivesItsLines() throws {
    let bytes = try Fixture.cybersecurityWeek()
    let page = try PageReader().read(bytes)
    #expect(page.mediaType == "text/plain")
    #expect(page.encoding == "utf-8")
    #expect(page.warnings == [])
    #expect(flaw(in: page) == nil)
    #expect(dump(page).first == "1 p ❶ 網路安全宣傳周活動方案")
    #expect(page.content.blocks.map(\.line) == page.content.blocks.map(\.line).sorted())
  }
}
