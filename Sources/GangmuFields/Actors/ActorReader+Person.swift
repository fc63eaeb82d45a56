import HanText

extension ActorReader {
  /// Whether a span is the name of a person: a surname and one or two characters, a space between or not, redacted or not
  /// (`於 淼`, 车艳霞, 余xx, 王某), or a surname before a form of address (王老师).
  func isPerson(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard span.count >= 2, span.count <= 6, mayBeginName(text[span.lowerBound]), let letters = Letters(span, in: text)
    else { return false }
    let (first, second) = (letters.first, letters.second)
    if letters.count == 2, Self.familiar.contains(text[first]),
      surnames.longestMatch(in: text, at: second, limit: span.upperBound) != nil
    {
      return true
    }
    guard let surname = surnames.longestMatch(in: text, at: first, limit: span.upperBound) else { return false }
    let given = letters.count - surname.span.count
    let ending = endings.longestMatch(in: text, endingAt: span.upperBound, lower: first + 1)
    if let ending, ending.payload == .post, ending.span.count >= 2 { return ending.span.lowerBound == first + 1 }
    guard given >= 1, given <= 2, (surname.span.upperBound..<span.upperBound).allSatisfy({ isGivenOrGap(text[$0]) })
    else { return false }
    // 吉　林 with a gap is set as a name, whatever the word means.
    if given == 1, letters.count == 2, second > first + 1 { return true }
    if let ending, ending.span.count >= 2 || Self.strongEndings.contains(text[ending.span.lowerBound]) { return false }
    let word = Self.commonWords.longestMatch(in: text, at: first, limit: span.upperBound)
    return word.map { $0.span.upperBound < span.upperBound } ?? true
  }

  /// Whether the name of a person may begin with a unit.
  @inline(__always)
  private func mayBeginName(_ unit: FoldUnit) -> Bool {
    surnames.canStart(with: unit) || Self.familiar.contains(unit) || unit == " "
  }

  /// The two to four characters of what may be a name, spaces left out.
  private struct Letters {
    var count = 0
    var first = 0
    var second = 0

    init?(_ span: Range<Int>, in text: FoldedText) {
      for offset in span where text[offset] != " " {
        if count == 0 { first = offset } else if count == 1 { second = offset }
        count += 1
      }
      guard (2...4).contains(count) else { return nil }
    }
  }

  private func isGivenOrGap(_ unit: FoldUnit) -> Bool { unit == " " || isGiven(unit) }

  private func isGiven(_ unit: FoldUnit) -> Bool {
    unit.isAny(.han) && !Self.notGiven.contains(unit) || unit == "x" || unit == "*" || unit == "×" || unit == "_"
      || unit == "○"
  }

  /// 小李, 老王.
  private static let familiar = UnitSet("小老阿")
  /// Characters that no given name holds.
  private static let notGiven = UnitSet("的了和与及或在为是有各等、负责将由应要把被")
  /// Endings of one character that make an organization even of what begins with a surname (金融办, 司法局).
  private static let strongEndings = UnitSet("部局处科室委办厅校院系组站所队员会团区县市镇乡村")
  /// Words of two or three characters that begin like a name.
  private static let commonWords = PhraseTable(
    """
    安全 时间 方案 方式 方法 计划 高度 高校 全体 全校 全员 全市 全县 全区 全院 全国 项目 公司 党政 党委 任务 成员 成果 花园 单独 连续 通过 常务 明确 \
    金融 水利 石油 农业 林业 相关 和谐 汇总 严格 万元 向上 向阳 强化 游戏 范围 项目组 计算机 高年级 党支部 安排 安保 关于 于是 都有 应有 全部 全面 \
    温馨 平安 宣传 文化 文明 文艺 时候 时代 单项 包括 党建 党群 党办 全镇 贺卡 解决 解释 成立 成功 习惯 居民 管理 保卫 保安 保障 保护 沙龙 代表 \
    从事 从严 连同 白天 古代 金额 钱款 车辆 车间 房屋 边界 路面 路口 江苏 湖南 云南 海南 宁夏 甘肃 吉林 江西 安徽 广西 关工委 水电 石化 原则 古籍 \
    冷静 康复 陆续 阳光 凌晨 费用 盛大 童年 项下 曲艺 成绩 纪律 纪检 景区 应急 应急办 景观 关心 查找 党工委 单元 解放 经费 段落 包含 章程 时限 \
    水务 水产 金库 项目部 屈服 明白 明年 明天 计生 连队 台账 原有 原因 安置 安监 文体 文化局 任课 相互 史志 农办 房产 房管 景点 商业 商务 商会
    """.words)
}
