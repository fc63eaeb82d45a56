import GangmuPages
import Testing

/// Attributes that nobody reads do not reach the HTML parser: those that matter must, and what stands around them too.
@Suite struct AttributeTests {
  @Test(arguments: [
    "<p nowrap width=10 hidden>甲</p>", "<p title='x' HIDDEN>甲</p>", "<p title='a>b' style='display:none'>甲</p>",
    "<p style='color:red'>网络安全宣传周</p><p style='color:red;display:none'>甲</p>",
    "<p lang=zh style='&#100;isplay:none'>甲</p>", "<p onclick='a(\"b\")' style=\"display:none\" title='x'>甲</p>",
    "<p title=\"it's\" style='Visibility : hidden'>甲</p>", "<p title=x/ style=display:none>甲</p>",
    "<p title='x'style='display:none'>甲</p>", "<p a = 'b' c= d style ='display:none'/ >甲</p>",
  ])
  func hidden(html: String) throws {
    let shown = "<p>网络安全宣传周</p>"
    #expect(try dump(html: html + shown).allSatisfy { $0 == "1 p 网络安全宣传周" })
  }

  @Test func ofTwoStylesTheFirstCounts() throws {
    #expect(try dump(html: "<p title='x' style='color:red' style='display:none'>甲</p>") == ["1 p 甲"])
  }

  @Test func linesCountInAttributes() throws {
    #expect(try dump(html: "<p title='a\nb'\nlang=zh>甲</p>\n<p>乙") == ["3 p 甲", "4 p 乙"])
  }

  @Test(arguments: ["<p title='x'", "<p title='x", "<p title=", "<p title", "<p /", "<p title='x'/"])
  func aTagThatDoesNotEnd(tag: String) throws {
    #expect(try dump(html: "<p lang='zh'>甲</p>" + tag) == ["1 p 甲"])
  }
}
