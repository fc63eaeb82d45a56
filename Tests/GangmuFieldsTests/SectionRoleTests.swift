import GangmuFields
import Testing

@Suite("What a section is for")
struct SectionRoleTests {
  @Test(
    "The end of a heading decides",
    arguments: [
      ("活动主题", SectionRole.theme), ("活動時間", .time), ("时间地点", .time), ("活动地点", .place), ("參加對象", .audience),
      ("活动目的及意义", .purpose), ("指导思想", .purpose), ("总体要求", .purpose), ("组织机构", .organization),
      ("成立活动领导小组", .organization), ("组织形式", .organization), ("职责分工", .organization), ("活动形式", .activities),
      ("具體內容:", .activities), ("主要任务", .activities), ("重点活动及任务安排", .activities), ("工作要求", .requirements),
      ("注意事项", .requirements), ("加强领导,落实责任", .requirements), ("实施步骤", .schedule), ("進度安排", .schedule),
      ("活动背景", .background), ("存在的主要问题和原因分析", .problems), ("自查工作开展情况", .findings), ("主要做法及成效", .findings),
      ("下一步工作打算", .measures), ("整改措施和结果", .measures), ("关于加强工作的意见和建议", .measures), ("獎勵及形式", .awards),
      ("經費來源", .budget), ("联系方式", .contact), ("现状与风险", .other), ("活动准备", .other),
      ("充分认识保护耕地和粮食的重要意义", .purpose), ("扩大补贴发放范围", .activities), ("做优技能培训评价组织", .activities), ("组织实施", .organization),
      ("制定配套管理制度", .activities), ("系统现有制度", .other),
    ])
  func heading(_ heading: String, role: SectionRole) {
    let reading = Reading("植树活动方案\n一、\(heading)\n本段说明有关情况。\n二、别的\n另一段。")
    #expect(reading.fields.sectionRoles.first == role, "\(heading): \(reading.roles)")
  }

  @Test("What stands under activities, requirements, problems takes its part from there, at any depth")
  func inheritance() {
    let reading = Reading(
      """
      护绿活动方案
      一、活动内容
      (一)宣传
      1、悬挂横幅。
      2、张贴海报。
      (二)注意事项
      二、工作要求
      (一)提高认识。各班要重视。
      (二)活动时间。要保证。
      三、存在问题
      1.经费不足。
      2.人手不够。
      """)
    #expect(
      reading.roles == [
        "一、 activities", "(一) activity", "1、 activity", "2、 activity", "(二) activity", "二、 requirements",
        "(一) requirement",
        "(二) requirement", "三、 problems", "1. problems", "2. problems",
      ])
  }

  @Test(
    "What a section commands is for what its document is",
    arguments: [
      ("关于做好节水工作的通知", "深入推进管网改造", SectionRole.requirements), ("关于节水规划的批复", "優化用水結構。要堅持以水定城。", .requirements),
      ("关于印发节水方案的通知", "深入推进管网改造", .activities), ("节水工作总结", "管网改造到位", .findings), ("节水工作自查报告", "深入推进管网改造", .findings),
      ("关于做好节水工作的通知", "各供水单位要健全制度。要按时上报。", .requirements), ("关于做好节水工作的通知", "重要水源地名录", .other),
      ("节水管理办法", "推进管网改造", .other),
    ])
  func commands(_ title: String, heading: String, role: SectionRole) {
    let reading = Reading("\(title)\n一、\(heading)\n本段说明有关情况。\n二、别的\n另一段。")
    #expect(reading.fields.sectionRoles.first == role, "\(title): \(heading): \(reading.roles)")
  }

  @Test("The line above the first section says what the sections are")
  func announcement() {
    let reading = Reading("关于节水的请示\n为落实任务,现提出如下意见:\n一、逐年改造,分步完成\n改造管网。\n二、保证质量\n验收合格。")
    #expect(reading.roles == ["一、 measures", "二、 measures"])
  }

  @Test("A label line gives the series under it a role of its own")
  func seriesLabel() {
    let reading = Reading("手抄报活动方案\n一、活动内容\n(一)手抄报评比。每班五份。\n要求:\n1、主题鲜明。\n2、图文并茂。\n二、活动时间\n5月4日")
    #expect(reading.roles.contains("1、 requirement"), "\(reading.roles)")
  }

  @Test("In questions and answers no section has a role")
  func questions() {
    let reading = Reading("工作总结怎么写\n一、存在问题\n写清楚。\n二、下一步计划\n写简单。")
    #expect(reading.fields.sectionRoles.allSatisfy { $0 == .other })
  }
}
