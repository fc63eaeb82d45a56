import GangmuPages
import TestSupport
import Testing

@Suite struct PageFormatTests {
  @Test(arguments: [
    "<!DOCTYPE html><p>甲", "<!doctype HTML PUBLIC \"x\">甲", "\n\t<html>甲", "<HTML xmlns=x>甲",
    "\u{FEFF}<!-- 注\n--> <body>甲",
    "<?xml version=\"1.0\"?>\n<html>甲", "<p>甲</p>", "<br/>甲", "<div class=a>甲", "<table border=0><tr><td>甲", "<span>甲",
    "活动方案<br>一、主题<br/>二、时间", "活动方案<p>一、主题</p>",
  ])
  func markupIsHTML(text: String) throws {
    #expect(try PageReader().read(Array(text.utf8)).mediaType == "text/html", "\(text)")
  }

  @Test(arguments: [
    "活动方案", "<关于活动的通知>", "a < b, c > d", "<2016年>活动", "<p 值小于0.05", "標題\n用 <b> 標粗", "-- <!-- --> 甲", "<!-- 甲",
    "<path>/etc</path>",
    NamedText("a tag behind 300 lines", "活动方案\n" + String(repeating: "一、主题\n", count: 300) + "<p>甲</p>"),
  ])
  func textIsText(page: NamedText) throws {
    #expect(try PageReader().read(Array(page.text.utf8)).mediaType == "text/plain", "\(page)")
  }

  @Test(arguments: [
    ("text/plain", "text/plain"), ("TEXT/HTML; charset=utf-8", "text/html"), ("application/xhtml+xml", "text/html"),
    ("application/octet-stream", "text/html"), ("", "text/html"),
  ])
  func theSourceIsBelievedWhereItSaysSomething(declared: String, read: String) throws {
    #expect(try PageReader().read(Array("<p>甲</p>".utf8), mediaType: declared).mediaType == read)
  }
}
