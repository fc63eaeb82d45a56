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
}
