import Foundation
import Gangmu
import Glibc
import Testing

/// The page in `Fixtures` as a site of the kind that it came from would show it: HTML in a Chinese character set, with
/// navigation, links and an imprint around it. Its records must be those of the bare text.
@Suite struct WrappedPageTests {
  @Test(arguments: [("UTF-8", "utf-8", "utf-8"), ("GB18030", "gb2312", "gb18030"), ("BIG5-HKSCS", "big5", "big5")])
  func `a page wrapped in HTML and boilerplate gives the records of its text`(
    set: String, label: String, encoding: String
  ) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/pages/cybersecurity-week.txt")
    let bytes = [UInt8](try Data(contentsOf: file))
    let parser = PageParser()
    let expected = try parser.records(bytes: bytes, uri: "page")
    let wrapped = try #require(Converter(to: set)).converted(wrap(String(decoding: bytes, as: UTF8.self), label: label))
    let records = try parser.records(bytes: wrapped, uri: "page")
    #expect(records.count == expected.count)
    for (record, expected) in zip(records, expected) {
      var record = record
      #expect(record.source.encoding == encoding)
      #expect(record.source.mediaType == "text/html")
      record.source = expected.source
      #expect(record == expected, "\(record.title ?? "")")
    }
  }

  private func links(_ names: [String]) -> String {
    names.map { "<li><a href=\"/x\">\($0)</a></li>" }.joined()
  }

  private func wrap(_ text: String, label: String) -> String {
    let body = text.split(separator: "\n").map { line in
      let escaped = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      return "<p>　　\(escaped)</p>\n"
    }
    return """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=\(label)"><title>某某網</title></head><body>
      <div class="nav"><ul>\(links(["首頁", "工作計劃", "工作總結", "活動方案", "心得體會", "演講稿", "範文大全"]))</ul></div>
      <div class="path">當前位置：<a href="/">首頁</a> &gt; <a href="/a">活動方案</a> &gt; 正文</div>
      <div class="content">\(body.joined())
      <div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
      <p>上一篇：<a href="1.html">教師節活動方案</a></p><p>下一篇：<a href="2.html">中秋節活動方案</a></p></div>
      <div class="sidebar"><h3>熱門文章</h3><ul>\(links((1...12).map { "校園讀書節活動總結\($0)" }))</ul></div>
      <div class="footer"><a href="/">關於我們</a> <a href="/">聯繫我們</a> 版權所有，未經許可不得轉載。</div></body></html>
      """
  }
}

/// Converts text as pages are stored: what the set lacks is a character reference.
private final class Converter {
  private let handle: iconv_t

  init?(to set: String) {
    guard let handle = iconv_open(set, "UTF-8"), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit {
    iconv_close(handle)
  }

  func converted(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { converted($0) ?? Array("&#\($0.value);".utf8) }
  }

  private func converted(_ scalar: Unicode.Scalar) -> [UInt8]? {
    var input = String(scalar).utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let isConverted = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, target) = (input.baseAddress, output.baseAddress)
        return iconv(handle, &source, &inputLeft, &target, &outputLeft) == 0
      }
    }
    return isConverted ? output.prefix(16 - outputLeft).map { UInt8(bitPattern: $0) } : nil
  }
}
