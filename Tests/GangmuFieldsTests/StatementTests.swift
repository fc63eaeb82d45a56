import Testing

@Suite("What a document says of its audience, place, money, slogans and attachments")
struct StatementTests {
  @Test("Label lines and headings give statements, each once")
  func statements() {
    let reading = Reading(
      """
      节水宣传周活动方案
      一、活动对象
      全校师生
      二、活動地點:學校操場。
      三、宣传标语
      1.节约用水,人人有责
      2.滴水成河;聚沙成塔
      四、经费预算
      横幅300元,奖品500元。
      五、奖项设置
      一等奖2名,二等奖4名。
      附件:1.报名表 2.评分标准
      教务处
      2022年3月10日
      """)
    let fields = reading.fields
    #expect(fields.audience.map { reading.string($0.span) } == ["全校师生"])
    #expect(fields.places.map { reading.string($0.span) } == ["學校操場"])
    #expect(fields.slogans.map { reading.string($0.span) } == ["节约用水,人人有责", "滴水成河", "聚沙成塔"])
    #expect(fields.budget.map { reading.string($0.span) } == ["横幅300元,奖品500元"])
    #expect(fields.awards.map { reading.string($0.span) } == ["一等奖2名,二等奖4名"])
    #expect(fields.attachments.map { "\($0.number ?? 0) \(reading.string($0.title))" } == ["1 报名表", "2 评分标准"])
  }

  @Test("What is punished is no award, under whatever heading it stands")
  func penalties() {
    let reading = Reading(
      """
      粮食应急预案
      一、应急响应
      按级响应。
      二、奖惩
      (一)有下列突出表现的单位,给予表彰和奖励。
      1.出色完成任务的;
      2.提出重要建议的。
      (二)有下列行为之一的,依照有关规定处理。
      1.拒不执行指令的;
      2.玩忽职守的。
      某某县政府
      2022年3月10日
      """)
    #expect(
      reading.fields.awards.map { reading.string($0.span) } == [
        "有下列突出表现的单位,给予表彰和奖励", "出色完成任务的", "提出重要建议的",
      ])
  }
}
