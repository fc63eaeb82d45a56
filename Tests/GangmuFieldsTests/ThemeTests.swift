import Testing

@Suite("The theme of a campaign")
struct ThemeTests {
  @Test(
    "is read from its section, its label or its statement",
    arguments: [
      ("一、活动主题\n绿水青山,人人守护。\n二、活动时间\n5月4日", ["绿水青山,人人守护"]),
      ("一、活動主題\n「綠水青山」\n二、活動時間\n5月4日", ["綠水青山"]),
      ("一、活动主题\n活动主题为“节水进校园”,旨在提高意识。\n二、活动时间\n5月4日", ["节水进校园"]),
      ("一、活动主题:书香满园\n二、活动时间\n5月4日", ["书香满园"]),
      ("活动主题:节水在身边\n一、活动时间\n5月4日", ["节水在身边"]),
      ("本次活动主题为“珍惜每滴水”,由各班组织。", ["珍惜每滴水"]),
      ("现开展以“珍惜水源”为主题的宣传周活动。", ["珍惜水源"]),
      ("一、活动内容\n(一)召开以“爱水”为主题的班会。\n(二)讲座。", []),
      ("一、活动内容\n1.出一期以“爱水”为主题的黑板报。\n2.讲座。", []),
    ])
  func theme(_ body: String, expected: [String]) {
    let reading = Reading("节水宣传周活动方案\n" + body)
    #expect(reading.fields.themes.map { reading.string($0.span) } == expected, "\(body)")
  }
}
