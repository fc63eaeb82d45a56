import Gangmu
import GangmuCorpus

/// Pages of our own writing, each a little different.
enum PlanPages {
  static func text(_ number: Int) -> String {
    let script = number.isMultiple(of: 2) ? ("書", "讀書節", "時間") : ("书", "读书节", "时间")
    return """
      第\(number)小學\(script.1)活動方案
      一、活動主題
      好\(script.0)伴我成長
      二、活動\(script.2)
      2023年\(1 + number % 12)月\(1 + number % 28)日
      三、任務分工
      主辦單位:第\(number)教務處

      """
  }

  /// A page, or one that cannot be read where its number asks for it.
  static func input(_ number: Int, badEvery: Int = .max) -> PageInput {
    let isBad = number % badEvery == badEvery - 1
    return PageInput(uri: "page-\(number)", bytes: isBad ? [] : Array(text(number).utf8))
  }
}
