import GangmuPages
import Testing

@Suite struct HTMLBlockTests {
  @Test(arguments: [
    HTMLCase(
      "paragraphs and headings", "<h1>方案</h1><p>为做好工作</p>\n<h3>一、时间</h3>", ["1 h1 方案", "1 p 为做好工作", "2 h3 一、时间"]),
    HTMLCase("br ends a line", "<p>一、主題<br>網路<br/><br>安全</p>", ["1 p 一、主題", "1 p 網路", "1 p 安全"]),
    HTMLCase("text beside blocks", "<div>前<p>中</p>后</div>", ["1 p 前", "1 p 中", "1 p 后"]),
    HTMLCase(
      "list items", "<ol><li>甲</li><li><p>乙</p><p>续</p></li><li>丙<ul><li>丁</ul></ol>戊",
      ["1 li 甲", "1 li 乙", "1 p 续", "1 li 丙", "1 li 丁", "1 p 戊"]),
    HTMLCase("definitions", "<dl><dt>時間<dd>九月</dl>", ["1 li 時間", "1 li 九月"]),
    HTMLCase(
      "inline elements join", "<p>一<b>、</b><span>工<font color=red>作</font></span><a href=x>要求</a></p>", ["1 p 一、工作要求"]),
    HTMLCase(
      "Word markup", "<p><span lang=EN-US><o:p></o:p></span><st1:date>2016</st1:date>年<o:p>&nbsp;</o:p></p>",
      ["1 p 2016年"]),
    HTMLCase("pre keeps lines", "<pre>一、  甲\n  二、乙\n</pre>丙", ["1 p 一、  甲", "2 p 二、乙", "3 p 丙"]),
    HTMLCase(
      "unknown block elements of HTML5", "<article><header>甲</header><section>乙</section></article>",
      ["1 p 甲", "1 p 乙"]),
    HTMLCase(
      "scripts, styles, comments",
      "<p>甲<script>var a='<p>x</p>'</script>乙<!-- 注 --><style>p{}</style><noscript>無</noscript>丙</p>",
      ["1 p 甲乙丙"]),
    HTMLCase(
      "hidden elements",
      "<p>甲<span style='color:red; DISPLAY : none'>x</span>乙<i hidden>y</i></p><div style='visibility:hidden'><p>z</div>丙",
      ["1 p 甲乙", "1 p 丙"]),
    HTMLCase(
      "what is not hidden",
      "<p style='display:block'>甲</p><p hidden='until-found'>乙</p><p style='content:\"display:none\"'>丙",
      ["1 p 甲", "1 p 乙", "1 p 丙"]),
    HTMLCase("ruby", "<p><ruby>漢<rp>(</rp><rt>ㄏㄢˋ</rt><rp>)</rp>字<rt>ㄗˋ</rt></ruby>課</p>", ["1 p 漢字課"]),
    HTMLCase("form choices", "<select><option>2015<option>2016</select><p>甲", ["1 p 甲"]),
    HTMLCase("nothing but text", "为做好<b>网络</b>安全", ["1 p 为做好网络安全"]),
  ])
  func blocks(of page: HTMLCase) throws {
    #expect(try dump(html: page.html) == page.blocks)
  }

  @Test(arguments: [
    HTMLCase("line end between Han", "<p>网络\n   安全，\r\n“周”</p>", ["1 p 网络安全，“周”"]),
    HTMLCase("line end across elements", "<p><b>网络</b>\n<b>安全</b></p>", ["1 p 网络安全"]),
    HTMLCase("line end beside Latin", "<p>the\n plan\n网络\n2016</p>", ["1 p the plan 网络 2016"]),
    HTMLCase("space between Han", "<p> 教育  部 \t</p>", ["1 p 教育 部"]),
    HTMLCase("other spaces", "<p>　　于　淼&nbsp;&nbsp;收&emsp;</p>", ["1 p 于　淼\u{A0}\u{A0}收"]),
    HTMLCase("only spaces", "<p>&nbsp;</p><p>　</p><p>甲</p>", ["1 p 甲"]),
    HTMLCase(
      "entities", "<p>&lt;a&gt; &amp;lt; &quot;&#39;&#x4e2d;&#20013;&mdash;&#151;&#147;&copy;</p>",
      ["1 p <a> &lt; \"'中中——“©"]),
    HTMLCase("broken entities", "<p>R&D &foo; &#xZ; &amp</p>", ["1 p R&D &foo; Z; &"]),
    HTMLCase(
      "entities without semicolon", "<p>&nbsp&nbsp甲&nbsp;&nbsp乙&lt丙&copy2016&R&ampx &#20013人",
      ["1 p 甲\u{A0}\u{A0}乙<丙©2016&R&x 中人"]),
    HTMLCase("spaces without semicolon", "<p>甲&ensp乙&emsp丙&thinsp丁", ["1 p 甲\u{2002}乙\u{2003}丙\u{2009}丁"]),
    HTMLCase("escaped twice", "<p>&amp;nbsp;甲&amp;nbsp乙", ["1 p &nbsp;甲&nbsp乙"]),
    HTMLCase("marks that do not show", "<p>&#8203;网&#8203;络&shy;\u{FEFF}</p>", ["1 p 网络"]),
    HTMLCase("lines", "<!DOCTYPE html>\n<html>\n<body>\n<div>\n\n甲\n乙<br>\n丙\n</div>\n", ["6 p 甲乙", "8 p 丙"]),
  ])
  func text(of page: HTMLCase) throws {
    #expect(try dump(html: page.html) == page.blocks)
  }

  @Test(arguments: [
    HTMLCase(
      "unclosed everything", "<div><table><tr><td>甲<td>乙<tr><td>丙<td>丁</table><ul><li>戊<li><b>己",
      ["1 tr 甲|乙", "1 tr 丙|丁", "1 li 戊", "1 li 己"]),
    HTMLCase(
      "two ends of html", "<html><body><p>甲</p></body></html><p>乙</p></html>丙</html>", ["1 p 甲", "1 p 乙", "1 p 丙"]),
    HTMLCase(
      "two pages in one",
      "<html><head><title>一</title></head><body>甲</body></html><html><head><title>二</title></head><body>乙",
      ["1 p 甲", "1 p 乙"]),
    HTMLCase("crossed elements", "<p><b><i>甲</b>乙</i><div>丙</p>丁</div>", ["1 p 甲乙", "1 p 丙", "1 p 丁"]),
    HTMLCase(
      "Word's conditions",
      "<p><![if !supportLists]><span>（一）</span><![endif]>工作<!--[if gte mso 9]><xml>x</xml><![endif]-->要求",
      ["1 p （一）工作要求"]),
    HTMLCase("CDATA", "<p>甲<![CDATA[乙<b>丙</b>]]>丁<![CDATA[戊]>", ["1 p 甲乙丙丁戊]>"]),
    HTMLCase("comments that end at once", "<p>甲<!-->乙<!--->丙<!-- a --!>丁<!-- b - > -->戊", ["1 p 甲乙丙丁戊"]),
    HTMLCase(
      "marks that are no tags", "<p>甲</>乙</ p>丙<?xml:namespace prefix=o ?>丁<!文 档>\n<br>戊 <! 3",
      ["1 p 甲乙丙丁", "2 p 戊 <! 3"]),
    HTMLCase(
      "markup in raw text", "<script>'<!x' + '</p>' + '<![CDATA[';</script><style><!x</style>甲<script/>乙", ["1 p 甲乙"]),
    HTMLCase("end of br", "<p>甲</br>乙", ["1 p 甲", "1 p 乙"]),
    HTMLCase("signs that open no tag", "<p>見<關於活動的通知>和<2016年> 3 < 5 <>", ["1 p 見<關於活動的通知>和<2016年> 3 < 5 <>"]),
    HTMLCase("a head without end", "<head><title>題</title><section>甲</section><p>乙", ["1 p 甲", "1 p 乙"]),
    HTMLCase("a cut tag", "<p>甲</p><p class=\"a", ["1 p 甲"]),
  ])
  func brokenMarkup(of page: HTMLCase) throws {
    #expect(try dump(html: page.html) == page.blocks)
  }

  @Test func titleIsKeptApart() throws {
    let html = "<title>\n 活动&amp;方案 - 某网\n</title><svg><title>图</title></svg><p>正文"
    let page = try PageReader().read(Array(html.utf8))
    #expect(page.title == "活动&方案 - 某网")
    #expect(dump(page) == ["3 p 正文"])
  }

  @Test func hiddenTextIsReported() throws {
    let page = try PageReader().read(Array("<p>為做好工作</p><p hidden>代寫 論文</p>".utf8))
    #expect(page.warnings.map(\.code) == ["page.hidden_text"])
    #expect(page.warnings.first?.message.contains("4 characters") == true, "\(page.warnings)")
  }

  @Test func aPageThatHidesMostOfItselfIsReadWhole() throws {
    let html = "<p>載入中</p><div style='display:none'><p>一、活動主題</p><p>二、活動時間</p></div>"
    #expect(try dump(html: html) == ["1 p 載入中", "1 p 一、活動主題", "1 p 二、活動時間"])
  }
}
