import GangmuFields
import HanText
import Testing

@Suite("Large and broken input takes time in proportion")
struct LargeInputTests {
  @Test("A roster of 5,000 names")
  func roster() {
    let surnames = Array("王李张刘陈杨赵黄周吴"), given = Array("伟芳娜敏静丽强磊军洋")
    let names = (0..<5000).map { "\(surnames[$0 % 10])\(given[$0 / 10 % 10])\(given[$0 / 100 % 10])" }
    let reading = Reading("节水活动方案\n一、组织机构\n成员:" + names.joined(separator: "、"))
    #expect(reading.fields.responsibilities.count == 5000)
  }

  @Test("Brackets that are never closed", arguments: ["(", "（责任单位:", "《", "「", "由("])
  func brackets(_ mark: String) {
    let reading = Reading("节水活动方案\n一、工作\n" + String(repeating: mark, count: 20_000))
    #expect(reading.fields.kind == .plan)
  }

  @Test("A table of 2,000 rows and 40 columns")
  func table() {
    var string = "节水活动方案"
    var blocks = [Block(kind: .heading(level: 1), span: 0..<6, line: 1)]
    var length = 6
    for row in 0...2000 {
      string += "\n"
      length += 1
      let start = length
      var cells: [Range<Int>] = []
      for column in 0..<40 {
        let cell = row == 0 ? ["工作内容", "责任部门", "完成时间"][column % 3] : ["挂横幅", "总务处", "5月4日前"][column % 3]
        if column > 0 {
          string += "\t"
          length += 1
        }
        cells.append(length..<length + cell.unicodeScalars.count)
        string += cell
        length += cell.unicodeScalars.count
      }
      blocks.append(Block(kind: .tableRow(cells: cells), span: start..<length, line: row + 2))
    }
    let reading = Reading(BlockText(text: FoldedText(string), blocks: blocks))
    #expect(reading.fields.responsibilities.count >= 2000)
  }
}
