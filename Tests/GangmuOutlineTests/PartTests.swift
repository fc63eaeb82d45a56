import GangmuOutline
import HanText
import TestSupport
import Testing

@Suite("Parts of a document")
struct PartTests {
  @Test("number, addressee, attachments, sign-off and note are parts, not sections and not text of one")
  func notice() {
    let document = documents(
      """
      某市教育局关于开展安全教育的通知
      市教发〔2024〕12号
      各县(市、区)教育局,市属各学校:
      现将有关事项通知如下。
      一、时间
      9月。
      二、要求
      1.加强领导。
      2.做好总结。
      附件:1.活动方案
      2.报名表
      某市教育局
      2024年9月2日
      (此件公开发布)
      """)[0]
    #expect(
      document.parts.map { "\($0.kind.rawValue) \(document.text.string($0.span))" } == [
        "number 市教发〔2024〕12号", "addressee 各县(市、区)教育局,市属各学校:", "attachments 附件:1.活动方案\n2.报名表",
        "signature 某市教育局", "date 2024年9月2日", "note (此件公开发布)",
      ])
    #expect(document.tree == "一、 [时间]\n二、 [要求]\n  1. 加强领导。\n  2. 做好总结。")
    #expect(document.sections.last.map { document.text.string($0.span) } == "2.做好总结。\n")
    #expect(document.sections[1].span.upperBound == document.sections[3].span.upperBound)
  }

  @Test(
    "a sign-off is a name and a date that close the text, in either order, on one line or two",
    arguments: [
      ("学生工作部(处)\n2016年9月20日", ["学生工作部(处)", "2016年9月20日"]),
      ("2016年9月20日\n学生工作部", ["2016年9月20日", "学生工作部"]),
      ("學務處 中華民國113年9月17日", ["學務處", "中華民國113年9月17日"]),
      ("校團委\n學生會\n二〇二三年五月", ["校團委", "學生會", "二〇二三年五月"]),
      ("20__年9月20日", ["20__年9月20日"]), ("某某中学\n2024-09-20", ["某某中学", "2024-09-20"]),
    ])
  func signOff(lines: String, parts: [String]) {
    let document = documents("工作方案\n一、目的\n提高意识。\n" + lines)[0]
    #expect(document.parts.map { document.text.string($0.span) } == parts, "\(lines)")
    #expect(document.sections.map { document.text.string($0.span) } == ["一、目的\n提高意识。\n"], "\(lines)")
  }

  @Test(
    "what only looks like a sign-off stays in the text",
    arguments: ["9月17日\n上午召开会议,布置工作。", "启动仪式\n活动由校长主持。", "时间:2024年9月20日", "完成情况良好\n2024年9月20日前全部完成,并做好总结工作。"])
  func noSignOff(lines: String) {
    #expect(documents("工作方案\n一、目的\n" + lines)[0].parts.isEmpty, "\(lines)")
  }

  @Test("under a red head the number stands above the title")
  func redHead() {
    let document = documents("某某市人民政府文件\n某政发〔2024〕3号\n关于加强防汛工作的通知\n某某县人民政府、市应急管理局、市水利委:\n请遵照执行。")[0]
    #expect(
      document.parts.map { "\($0.kind.rawValue) \(document.text.string($0.span))" } == [
        "number 某政发〔2024〕3号", "addressee 某某县人民政府、市应急管理局、市水利委:",
      ])
    #expect(documents("关于举办比赛的通知\n主办单位:\n校团委")[0].parts.isEmpty)
  }

  @Test("numbering starts anew behind a sign-off")
  func afterSignOff() {
    #expect(
      tree("一、意义\n二、要求\n教育局\n2024年9月2日\n活动方案\n一、时间\n二、地点") == """
        一、 [意义]
        二、 [要求]
        一、 [时间]
        二、 [地点]
        """)
  }

  @Test("a line that begins with a label is a labelled block of its section")
  func labels() {
    let document = documents("方案\n主办单位:校团委\n一、安排\n(一)讲座\n時 間:9月1日\n要求:\n1、守时。\n说明一下:这是因为,天气不好:所以")[0]
    #expect(
      document.labels.map {
        "\(document.text.string($0.label))=\($0.value.map(document.text.string) ?? "-")@\($0.section.map(String.init) ?? "-")"
      } == ["主办单位=校团委@-", "時 間=9月1日@1", "要求=-@1", "说明一下=这是因为,天气不好:所以@2"])
  }

  @Test("in a table row the cell behind a label is its value")
  func tableLabels() {
    let text = FoldedText("发文机关:\t教育局\t日期:\t\n一、要求")
    let row = Block(kind: .tableRow(cells: [0..<5, 6..<9, 10..<13, 14..<14]), span: 0..<14, line: 1)
    let page = BlockText(text: text, blocks: [row, Block(kind: .paragraph, span: 15..<19, line: 2)])
    let document = OutlineReader().documents(in: page)[0]
    #expect(document.labels.map { document.text.string($0.label) } == ["发文机关", "日期"])
    #expect(document.labels.map { $0.value.map(document.text.string) } == ["教育局", nil])
  }
}
