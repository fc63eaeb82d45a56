import Testing

@Suite struct HTMLTableTests {
  @Test func aRowOfShortCellsIsOneBlock() throws {
    let html =
      "<table><tr><th>任務</th><th>責任單位</th></tr>\n<tr><td><p>宣傳</p></td><td> 學生處<b>、</b>\n院團委 </td></tr></table>"
    #expect(try dump(html: html) == ["1 tr 任務|責任單位", "2 tr 宣傳|學生處、院團委"])
  }

  @Test func emptyCellsKeepTheirPlace() throws {
    let html = "<table><tr><td>&nbsp;<td>甲<td><td>乙<td></table>"
    #expect(try dump(html: html) == ["1 tr |甲||乙|"])
  }

  @Test func aCellOfSeveralLinesMakesItsRowLayout() throws {
    let html = "<table><tr><td>欄目<td><p>一、主題</p><p>安全</p><tr><td>甲<br>乙<td>丙<tr><td>丁<td>戊</table>"
    #expect(try dump(html: html) == ["1 p 欄目", "1 p 一、主題", "1 p 安全", "1 p 甲", "1 p 乙", "1 p 丙", "1 tr 丁|戊"])
  }

  @Test func theLinesOfACellAreOneWhereTheTableIsOfData() throws {
    let html =
      "<table><tr><th>任務<th>單位<th>時限</tr><tr><td>宣傳<td><p>學生處</p><p>團委</p><td>九月</tr><tr><td>甲<br>乙<td>丙</table>"
    #expect(try dump(html: html) == ["1 tr 任務|單位|時限", "1 tr 宣傳|學生處 團委|九月", "1 p 甲", "1 p 乙", "1 p 丙"])
  }

  @Test func theRowsOfATableThatIsDrawnAreDataWhateverItsCellsHold() throws {
    let rows = "<tr><td>宣传<td><p>学生处</p><p>团委</p></tr><tr><td>演练<br>总结<td>保卫处</tr>"
    #expect(try dump(html: "<table border=1>\(rows)</table><p>尾") == ["1 tr 宣传|学生处 团委", "1 tr 演练 总结|保卫处", "1 p 尾"])
    #expect(try dump(html: "<table><tr><th>任务<th>单位</tr>\(rows)</table>").last == "1 tr 演练 总结|保卫处")
    #expect(try dump(html: "<table>\(rows)</table>").count == 6)
  }

  @Test func namesBesideTextInParagraphsAreLayoutHoweverTheTableIsDrawn() throws {
    let rows = ["防火", "防電"].map { "<tr><td>\($0)<td><p>1.檢查。</p><p>2.演練。</p><p>3.總結。</p></tr>" }.joined()
    #expect(try dump(html: "<table border=1>\(rows)</table>").filter { $0.contains(" tr ") } == [])
  }

  @Test func aRowOfSeveralLinesAmongManyOfOneIsData() throws {
    let rows = "<tr><td>甲<td>一</tr><tr><td>乙<td>二<br>三</tr><tr><td>丙<td>四</tr>"
    #expect(try dump(html: "<p>头</p><table>\(rows)</table>") == ["1 p 头", "1 tr 甲|一", "1 tr 乙|二 三", "1 tr 丙|四"])
  }

  @Test func aTableInACellMakesItsRowLayout() throws {
    let html = "<table><tr><td>左<td><table><tr><td>發文機關<td>國務院</table><td>右</table>"
    #expect(try dump(html: html) == ["1 p 左", "1 tr 發文機關|國務院", "1 p 右"])
  }

  @Test func aRowOfOneCellIsWhatTheCellHolds() throws {
    let html = "<table><tr><td><h2>方案</h2></td></tr><tr><td><ul><li>甲</ul></td></tr><tr><td>正文</td></tr></table>"
    #expect(try dump(html: html) == ["1 h2 方案", "1 li 甲", "1 p 正文"])
  }

  @Test func aRowInATextAreaThatNothingEndsIsRead() throws {
    let blocks = try dump(html: "前<table><textarea><a>><td>甲<td>乙")
    #expect(blocks == ["1 p 前", "1 p >", "1 tr 甲|乙"])
  }

  @Test func cellsWithoutRowAndTextBesideCellsAreNotLost() throws {
    #expect(try dump(html: "<table><td>甲<td>乙</table>") == ["1 tr 甲|乙"])
    #expect(try dump(html: "<td>甲</td><td>乙</td>") == ["1 p 甲", "1 p 乙"])
    #expect(try dump(html: "<table><caption>表</caption>散<tr><td>甲<td>乙</tr></table>").contains("1 tr 甲|乙"))
  }
}
