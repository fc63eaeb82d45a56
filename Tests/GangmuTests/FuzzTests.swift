import Gangmu
import GangmuPages
import TestSupport
import Testing

/// Pages put together at random from what plans are made of. Whatever comes, nothing crashes and every span quotes its value.
@Suite struct FuzzTests {
  private static let pieces = [
    "一、", "(一)", "1、", "1.", "(1)", "①", "第三條", "一是", "❶", "篇一:", "附件1", "活動方案", "活動主題", "活動時間", "工作總結", "要求", "任務單位:",
    "責任部門：", "聯系人:", "電話", "組長:", "成員", "張三", "李四、王五", "院團委", "教育部", "由", "牽頭", "負責", "會同", "主辦", ":", "：", "、", "，",
    "。",
    ";", "(", ")", "（", "）", "《", "》", "「", "」", "〔2014〕2號", "〔", "_", "__", "xx", "20__年", "2016年9月20日", "9月19—25日",
    "星期一", "至", "前", "起",
    "每年", "第三周", "号", "第588号", "責任單位 ", "第一階段:", "並負責", "推薦閱讀", "拾參、", "ー、", "ニ、", "1.1", "二、", "②", "31", "13月",
    "99999999999999999999", "\t", " ", "\u{3000}", "\n", "\n\n", "\u{200B}", "\u{FEFF}", "\0",
    "😀", "𠮷", "é", "e\u{301}",
    "以", "為主題", "<p>", "</p>", "<br>", "</td><td>", "</td><td>", "</td></tr><tr><td>", "<table>", "<tr>", "<td>",
    "</td>", "</table>", "<li>", "<h1>", "&nbsp;",
    "&#x0;", "<script>", "<!--",
  ]

  @Test(arguments: 0..<40)
  func `no page crashes or misquotes`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parser = PageParser()
    for _ in 0..<200 {
      var page = (0..<Int.random(in: seed % 3 == 0 ? 1...9 : 1...120, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      page = (["", "<html><body>", "<table><tr><td>"].randomElement(using: &random) ?? "") + page
      var bytes = Array(page.utf8)
      // Now and then, bytes that are no UTF-8.
      if seed % 4 == 0 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      for record in (try? parser.records(bytes: bytes, uri: "fuzz")) ?? [] {
        let misquotes = record.misquotes + record.misfits
        #expect(misquotes.isEmpty, "\(misquotes) in \(page.debugDescription)")
      }
    }
  }
}

extension Record {
  /// The sections that stand outside of their parents, and the bodies and headings outside of their sections.
  fileprivate var misfits: [String] {
    sections.compactMap { section in
      let parent = section.parent.map { sections[$0].span } ?? 0..<text.unicodeScalars.count
      let parts = [section.headingSpan, section.bodySpan].compactMap { $0 }
      let isWithin = parent.lowerBound <= section.span.lowerBound && section.span.upperBound <= parent.upperBound
      let holds = parts.allSatisfy {
        section.span.lowerBound <= $0.lowerBound && $0.upperBound <= section.span.upperBound
      }
      return isWithin && holds ? nil : "section \(section.id) does not fit"
    }
  }

  /// The values of a record that are not what stands at their spans, by a reading of its own: an array of scalars.
  fileprivate var misquotes: [String] {
    let scalars = Array(text.unicodeScalars)
    var quotes: [(name: String, value: String?, span: Range<Int>?)] = [("title", title, titleSpan)]
    quotes += sections.map { ("heading", $0.heading, $0.headingSpan) }
    quotes += sections.map { ("marker", $0.marker, $0.span.prefix($0.marker.unicodeScalars.count)) }
    quotes += labels.map { ("label", $0.label, $0.labelSpan) }
    quotes += labels.map { ("value", $0.value, $0.valueSpan) }
    quotes += parts.map { ("part", $0.text, $0.span) }
    quotes += themes.map { ("theme", $0.text, $0.span) }
    quotes += dates.map { ("date", $0.text, $0.span) }
    quotes += responsibilities.map { ("actor", $0.actor.text, $0.actor.span) }
    quotes += responsibilities.map { ("task", $0.task?.text, $0.task?.span) }
    quotes += citations.map { ("citation", $0.text, $0.span) }
    quotes += citations.map { ("title cited", $0.title, $0.titleSpan) }
    quotes += citations.map { ("number", $0.number, $0.numberSpan) }
    quotes += contacts.map { ("name", $0.name, $0.nameSpan) }
    quotes += contacts.map { ("phone", $0.phone, $0.phoneSpan) }
    quotes += contacts.map { ("email", $0.email, $0.emailSpan) }
    quotes += contacts.map { ("address", $0.address, $0.addressSpan) }
    return quotes.compactMap { quote in
      let found = quote.span.map { span in
        span.upperBound <= scalars.count ? String(String.UnicodeScalarView(scalars[span])) : "beyond the end"
      }
      // Scalar by scalar: `==` of strings takes é for e and an accent.
      let isEqual = quote.value.map { Array($0.unicodeScalars) } == found.map { Array($0.unicodeScalars) }
      return isEqual ? nil : "\(quote.name) \(quote.value ?? "nil") at \(found ?? "nil")"
    }
  }
}
