import GangmuCopies
import HanText
import TestSupport

/// Plans made up of parts in a fixed random order, so that two of different seeds have nothing but words in common.
enum PlanText {
  private static let who = ["學校", "各科室", "團委", "信息中心", "各班級", "宣傳部", "物業公司", "社區居委會", "圖書館", "食堂"]
  private static let does = ["組織", "開展", "舉辦", "落實", "檢查", "布置", "總結", "推進", "配合", "公布"]
  private static let what = ["消防演練", "主題班會", "網絡安全講座", "讀書活動", "知識競賽", "志願服務", "設備巡檢", "垃圾分類", "節約用水", "食品衛生"]
  private static let how = ["並做好記錄", "于月底前完成", "由專人負責", "讓人人參與", "注重實效", "形成制度", "及時上報", "確保安全", "廣泛宣傳", "分步實施"]

  static func sentences(_ count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let number = UInt64.random(in: 10...9999, using: &generator)
      return pick(who, &generator) + pick(does, &generator) + "第\(number)次" + pick(what, &generator) + "," + pick(how, &generator) + "。"
    }
  }

  static func text(_ count: Int = 20, seed: UInt64) -> String { sentences(count, seed: seed).joined() }

  static func content(_ text: String) -> ContentUnits { ContentUnits(FoldedText(text)) }

  private static func pick(_ list: [String], _ generator: inout SeededGenerator) -> String {
    list[Int(generator.next() % UInt64(list.count))]
  }
}
