import Testing

@Suite("Hostile text is read in linear time")
struct HostileTextTests {
  @Test(
    "A line of nothing but",
    arguments: ["由", "负责", "(", "《", ":", "责任单位:", "(教务处负责)", "〔2014〕61号", "电话:123456 ", "教务处和", "由教务处、", "张三丰、"])
  func line(_ part: String) {
    let reading = Reading("节水活动方案\n一、活动\n成员:" + String(repeating: part, count: 20_000 / part.count))
    for entry in reading.fields.responsibilities.prefix(50) { #expect(!reading.string(entry.actor).isEmpty) }
  }

  @Test(
    "Short and odd texts are read without a trap",
    arguments: [
      "第588号国务院令", "第1234号\n正文内容。", "工作方案\n第一阶段:责任单位 教务处", "1:责任人 张三丰", "一、:组长 张三丰",
      "工作方案\n一、安排\n教务处负责;并负责检查工作。\n活动安排(以上工作,教务处负责)。", "号", "》(", "由", ":",
    ])
  func odd(_ text: String) {
    let reading = Reading(text)
    for entry in reading.fields.responsibilities { #expect(!reading.string(entry.actor).isEmpty, "\(text)") }
  }
}
