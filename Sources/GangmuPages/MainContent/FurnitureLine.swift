import HanText

/// Lines that a page puts before and behind an article: where one is, who wrote it, what to read next.
enum FurnitureLine {
  /// The rule that takes a line before the first paragraph for furniture, or nil.
  static func rule(forHead line: Range<Int>, in text: FoldedText) -> String? {
    guard line.count <= 120, !hasSentence(line, in: text) else { return nil }
    if begins(line, with: paths, in: text) { return "page.navigation" }
    if begins(line, with: particulars, in: text) || isMoment(line, in: text) { return "page.particulars" }
    return nil
  }

  /// The rule that takes a line behind the last paragraph for furniture, and whether it is the head of a list; or nil.
  static func foot(_ line: Range<Int>, in text: FoldedText) -> (rule: String, opensList: Bool)? {
    guard line.count <= 200 else { return nil }
    if begins(line, with: related, in: text), line.count <= 60 { return ("page.related", true) }
    if begins(line, with: neighbours, in: text) { return ("page.related", false) }
    if begins(line, with: credits, in: text), line.count <= 60 { return ("page.particulars", false) }
    if begins(line, with: statements, in: text) { return ("page.statement", false) }
    if begins(line, with: tools, in: text), line.count <= 40 { return ("page.share", false) }
    return nil
  }

  private static func hasSentence(_ line: Range<Int>, in text: FoldedText) -> Bool {
    line.contains { text[$0] == "。" || text[$0] == ";" }
  }

  /// A date with a time of day and little else: 2019-09-07 10:20:33, 2019年9月7日 10:20 新华网.
  private static func isMoment(_ line: Range<Int>, in text: FoldedText) -> Bool {
    guard line.count <= 60 else { return false }
    var digits = 0
    for offset in line where text[offset].digitValue != nil { digits += 1 }
    guard digits >= 8, text[line.lowerBound].digitValue != nil else { return false }
    return line.contains { offset in
      text[offset] == ":" && offset > line.lowerBound && text[offset - 1].digitValue != nil
        && text.unit(at: offset + 1)?.digitValue != nil
    }
  }

  private static func begins(_ line: Range<Int>, with words: PhraseTable<Bool>, in text: FoldedText) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, text[start].isAny([.open, .space, .bullet, .quote]) { start += 1 }
    return words.longestMatch(in: text, at: start, limit: line.upperBound) != nil
  }

  private static let paths = PhraseTable([
    "当前位置", "现在位置", "您所在的位置", "你所在的位置", "你现在的位置", "当前所在", "您当前位置", "您的位置", "您现在的位置", "您当前的位置", "你的位置", "所在位置", "首页>",
    "首页 >", "位置:", "首页»", "首页/",
  ])
  private static let particulars = PhraseTable([
    "来源:", "来源 :", "来源于", "新闻来源", "资料来源:", "文章来源", "信息来源", "稿件来源", "发布时间", "发布日期", "发表时间", "发表日期", "发布于", "更新时间",
    "更新日期", "时间:2", "日期:2", "作者:",
    "作者 :", "编辑:", "责任编辑", "责编", "浏览次数", "点击次数", "点击:", "点击数", "阅读次数", "阅读量", "阅读:", "浏览量", "浏览:", "字体:", "字号:", "【字体",
    "[字体", "字体大小", "打印本页", "打印", "分享到", "分享:", "发布人", "发布者", "人气:", "访问次数", "访问量", "点阅", "点阅数", "发布单位:", "我要评论", "评论(",
    "关注", "收藏", "举报", "原标题:", "原标题", "小号", "中号", "大号", "摘要:", "扫一扫", "手机看", "用手机", "听新闻", "字号",
  ])
  private static let related = PhraseTable([
    "相关新闻", "相关阅读", "相关文章", "相关推荐", "相关链接", "相关报道", "相关内容", "相关资讯", "相关专题", "延伸阅读", "推荐阅读", "扩展阅读", "拓展阅读",
    "猜你喜欢", "热门推荐", "热门文章", "热门新闻", "热门阅读", "精彩推荐", "为您推荐", "为你推荐", "更多新闻", "更多推荐", "最新文章", "最新新闻", "推荐文章", "推荐新闻",
    "相关附件下载",
    "网友评论", "最新评论", "热门评论", "发表评论", "全部评论", "用户评论", "评论列表", "大家都在看", "看过本文的", "还看了", "阅读排行", "点击排行", "热点新闻", "今日热点",
    "往期回顾",
  ])
  private static let neighbours = PhraseTable([
    "上一篇", "下一篇", "上一条", "下一条", "上一页", "下一页", "前一篇", "后一篇", "上一则", "下一则", "返回首页", "返回列表", "返回顶部", "回到顶部", "回上页", "回首页",
    "回上一页",
  ])
  private static let credits = PhraseTable([
    "责任编辑", "责编:", "本文编辑", "编辑:", "来源:", "文章来源", "本文来源", "稿源:", "作者:", "校对:", "审核:", "编审:", "初审:", "终审:", "一审:", "值班编辑",
    "网站编辑",
    "信息来源", "责任校对", "本期编辑", "关键词:", "关键字:", "标签:", "tags:", "tag:", "发布时间", "发布日期", "更新时间", "浏览次数", "点击次数", "阅读次数",
    "本文标签", "文章关键词", "原标题:",
  ])
  private static let statements = PhraseTable([
    "声明:", "免责声明", "版权声明", "特别声明", "郑重声明", "版权所有", "版权说明", "本文仅代表作者", "本文系", "本文由", "未经授权", "未经许可", "转载请注明", "转载自",
    "以上内容", "特别提示",
    "凡本网注明", "本网站", "copyright", "©", "(c)", "主办单位:", "备案号", "举报电话", "违法和不良信息", "更多精彩", "点击进入", "欢迎关注", "扫描二维码",
    "长按二维码", "长按识别", "本稿件", "此文章", "如有侵权",
    "open app", "打开app", "下载app",
  ])
  private static let tools = PhraseTable([
    "打印", "关闭", "【打印", "分享到", "分享:", "分享", "收藏", "点赞", "顶一下", "踩一下", "我要评论", "我要纠错", "纠错", "举报", "返回", "更多", "赞", "字号",
    "加入收藏", "推荐给朋友", "扫一扫",
    "微信", "微博", "qq空间", "复制链接", "阅读原文", "展开全文", "展开阅读",
  ])
}
