import GangmuFields
import Testing

@Suite("The kind of a document follows its title")
struct KindTests {
  @Test(
    "The last word of the title decides",
    arguments: [
      ("环境保护月活动方案3", DocumentKind.plan),
      ("學校防震演練實施計畫", .plan),
      ("校园安全应急预案(试行)", .plan),
      ("消防安全自查报告范文(三篇)", .report),
      ("关于食品安全工作情况的汇报", .report),
      ("篇一:社区普法活动总结", .summary),
      ("2023年禁毒宣传工作总结【精选5篇】", .summary),
      ("市教育局关于印发读书月活动方案的通知", .notice),
      ("關於停課的公告", .notice),
      ("国务院关于同意设立示范区的批复", .opinion),
      ("县政府关于加强绿化工作的实施意见", .opinion),
      ("公园管理条例", .regulation),
      ("實驗室安全守則", .regulation),
      ("防汛物资管理办法(暂行)", .regulation),
      ("在开学典礼上的讲话稿", .speech),
      ("保護水資源倡議書", .speech),
      ("安全用电宣传活动简讯", .news),
      ("学校开展消防演练活动", .news),
      ("工作总结怎么写", .qa),
      ("哪個單位負責垃圾分類", .qa),
      ("垃圾分类有多重要", .qa),
      ("垃圾分类是什么", .qa),
    ])
  func title(_ title: String, kind: DocumentKind) {
    let reading = Reading(title + "\n正文一段。")
    #expect(reading.fields.kind == kind, "\(title)")
  }

  @Test("A title without such a word falls back on the outline")
  func content() {
    let reading = Reading("护眼行动\n一、活动主题\n明亮的眼睛\n二、活动时间\n6月6日\n三、活动内容\n1.讲座。\n2.检查。")
    #expect(reading.fields.kind == .plan)
    #expect(reading.fields.kindConfidence < 0.8)
  }

  @Test(
    "Without title word and headings the way of telling decides",
    arguments: [
      (
        "护眼照明惠及全县\n一是领导重视。成立了小组,健全了制度,累计投入50万元。\n二是措施到位。开展了检查,更换了灯具,完成了改造,达到了标准。\n三是效果明显。先后检查3次,视力得到改善,取得了成效。",
        DocumentKind.report
      ),
      ("明亮的眼睛\n近日,市民发现路灯更亮了。记者在现场看到,工人正在检修。", .news),
      ("明亮的眼睛\n读书时要坐正。", .other),
      ("防災避難須知\n平日與家人演練。", .other),
      ("工讀生申請須知\n一、申請應於每年九月提出。", .regulation),
    ])
  func telling(_ page: String, kind: DocumentKind) {
    let reading = Reading(page)
    #expect(reading.fields.kind == kind, "\(page)")
  }
}
