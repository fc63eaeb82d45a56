import HanText

/// The words by which the lines around an article are known, in simplified form: they hold in both scripts and all widths.
///
/// A phrase is listed here only if an article does not say the same: 主办单位 stands in plans as well as in imprints, and
/// 分享 begins headings (分享读书心得), so the first counts only beside other words and the second only in lines that hold
/// nothing else.
enum PageWords {
  /// What opens the line that says where in the site a page is.
  private static let paths = [
    "当前位置", "现在位置", "您所在的位置", "你所在的位置", "你现在的位置", "当前所在", "您当前位置", "您的位置", "您现在的位置", "您当前的位置", "你的位置", "所在位置",
    "目前位置", "首页>", "首页 >", "首页»", "首页/", "首页 /", "主页>", "主页 >", "论坛首页",
  ]

  /// What opens a line about a page: where it is from, when, by whom, how often it was read.
  private static let particulars = [
    "来源:", "来源 :", "来源于:", "新闻来源", "资料来源:", "文章来源", "信息来源", "稿件来源", "发布时间", "发布日期", "发表时间", "发表日期", "发布于", "发表于",
    "更新时间",
    "更新日期", "张贴日期", "公告日期", "上版日期", "修改时间", "作者:", "作者 :", "编辑:", "责任编辑", "责编", "浏览次数", "点击次数", "点击:", "点击数", "阅读次数",
    "阅读量",
    "阅读:", "浏览量", "浏览:", "浏览人次", "点阅", "点阅数", "点阅人次", "字体:", "字号:", "【字体", "[字体", "字体大小", "发布人", "发布者", "发布单位:",
    "公告单位:",
    "人气:", "访问次数", "访问量", "查看:", "上传人", "上传时间", "上传者", "原标题:", "发信人:", "信区:", "发信站", "扫一扫", "手机看", "用手机", "听新闻", "评论(",
  ]

  /// What particulars hold beside a date.
  static let particularsWithin = PhraseTable([
    "来源", "作者", "点击", "浏览", "阅读", "字体", "字号", "编辑", "发布者", "人气", "点阅", "投稿", "评论", "访问",
  ])

  /// The head of a list of other articles.
  static let related = PhraseTable(relatedPhrases)
  private static let relatedPhrases = [
    "相关新闻", "相关阅读", "相关文章", "相关推荐", "相关链接", "相关报道", "相关内容", "相关资讯", "相关专题", "相关文档", "相关资源", "相关范文", "相关信息", "延伸阅读",
    "推荐阅读",
    "扩展阅读", "拓展阅读", "猜你喜欢", "猜您喜欢", "热门推荐", "热门文章", "热门新闻", "热门阅读", "精彩推荐", "为您推荐", "为你推荐", "更多新闻", "更多推荐", "最新文章",
    "最新新闻",
    "推荐文章", "推荐新闻", "推荐内容", "热点内容", "大家都在看", "看过本文的", "还看了", "阅读排行", "点击排行", "热点新闻", "今日热点", "往期回顾", "您可能感兴趣", "你可能感兴趣",
    "你可能喜欢", "您可能喜欢", "近期文章", "随机文章", "其他类似问题",
  ]

  /// The head of what readers wrote.
  static let comments = PhraseTable(commentsPhrases)
  private static let commentsPhrases = [
    "网友评论", "最新评论", "热门评论", "精彩评论", "发表评论", "全部评论", "用户评论", "读者评论", "评论列表", "文章评论", "评论区", "我要评论", "我来评论", "评论(",
    "发表留言",
    "发布留言", "发佈留言", "网友留言", "网友跟贴", "网友跟帖", "网友回复", "全部回复", "全部回覆", "最新回复", "回复列表", "跟贴", "跟帖", "读者留言", "条评论", "则留言",
    "条留言", "个评论", "则回应", "篇回应",
  ]

  /// What stands beside each of them.
  static let commentMarks = PhraseTable([
    "回复", "回覆", "小时前", "分钟前", "天前", "个月前", "赞(", "顶(", "踩(", "举报", "楼", "说道:", "说:", "发表于", "引用",
  ])

  /// What marks a post of a thread, as nothing but threads has it.
  static let threadMarks = PhraseTable(["只看该作者", "只看楼主", "只看该用户", "只看他", "倒序浏览", "回帖", "使用道具"])

  /// What leads to the neighbours of an article.
  private static let neighbours = [
    "上一篇", "下一篇", "上一条", "下一条", "前一篇", "后一篇", "上一则", "下一则", "上一页", "下一页",
  ]

  /// What opens a line behind an article about who made it.
  private static let credits = [
    "责任编辑", "责编:", "本文编辑", "编辑:", "来源:", "文章来源", "本文来源", "稿源:", "作者:", "校对:", "编审:", "初审:", "终审:", "一审:", "值班编辑",
    "网站编辑", "信息来源",
    "责任校对", "本期编辑", "关键词:", "关键字:", "标签:", "tags:", "tag:", "发布时间", "发布日期", "更新时间", "浏览次数", "点击次数", "阅读次数", "本文标签",
    "文章关键词", "原标题:",
    "来源标题",
  ]

  /// What opens a statement of the site.
  private static let statements = [
    "声明:", "免责声明", "版权声明", "郑重声明", "特别声明:", "特别声明:以上", "版权说明", "本文仅代表作者", "该文观点仅代表", "文章仅代表", "本文由", "本文系", "未经授权",
    "未经许可",
    "转载请注明", "转载自", "以上内容(", "以上内容仅", "以上内容来", "特别提示:本", "凡本网注明", "更多精彩", "点击进入", "欢迎关注", "扫描二维码", "长按二维码", "长按识别",
    "本稿件", "此文章",
    "如有侵权", "本网站", "本站", "本资源", "open app", "打开app", "下载app", "剩余", "还剩", "下载文档到电脑", "点击下载", "点击查看更多", "点此查看", "点此下载",
    "开通vip", "温馨提示:本站", "请自觉遵守互联网",
  ]

  /// The words of lines that are nothing but tools.
  static let tools = PhraseTable([
    "打印本页", "打印此页", "列印此页", "打印本文", "友善列印", "打印", "列印", "关闭窗口", "关闭本页", "关闭此页", "关闭", "分享到", "分享此文", "分享", "转发", "收藏本文",
    "加入收藏", "收藏本站",
    "设为首页", "收藏", "点赞", "顶一下", "踩一下", "顶", "踩", "赞", "支持", "反对", "我要评论", "我要纠错", "我要投稿", "投稿", "纠错", "挑错", "报错",
    "推荐给朋友", "推荐", "举报",
    "反馈", "返回顶部", "返回首页", "返回列表", "返回上页", "返回上一页", "返回上级", "返回", "回到顶部", "回上页", "回上一页", "回首页", "回列表", "回顶端", "上一页",
    "下一页", "首页",
    "末页", "尾页", "更多", "小号", "中号", "大号", "字体大小", "字号", "字体", "默认", "放大", "缩小", "大", "中", "小", "扫一扫", "微信扫一扫", "微信", "微博",
    "新浪微博",
    "腾讯微博", "qq空间", "qq好友", "qq", "朋友圈", "人人网", "豆瓣", "百度贴吧", "facebook", "twitter", "line", "plurk", "复制链接", "复制",
    "阅读原文", "展开全文",
    "展开阅读", "查看全文", "全文", "关注", "已关注", "订阅", "登录", "登入", "注册", "立即注册", "我要报名", "喜欢", "在看", "评论", "回复", "引用", "编辑", "删除",
    "阅读", "浏览",
    "下载", "搜索", "繁体", "简体", "english", "收起", "人气", "点击", "到", "次", "收藏此文", "评分", "分隔线", "转载", "无障碍", "适老版", "导航", "菜单",
    "回到页首", "到页首",
  ])

  /// What nothing but an imprint says.
  private static let imprint =
    [
      "版权所有", "all rights reserved", "allrightsreserved", "copyright", "©", "(c)20", "(c)19", "icp备", "icp证", "备案号:",
      "备案序号", "公网安备", "公安备案", "网站标识码", "powered by", "processed in", "信息服务许可证", "经营许可证编号", "传播视听节目许可证", "不良信息举报电话",
      "不良信息举报邮箱",
    ] + registrations

  /// ICP05000000: a registration, which begins with its year.
  private static let registrations = (0...99).map { "icp\($0 / 10)\($0 % 10)" }

  /// Where a line that begins with 返回 leads back to a site, whatever its name, and not to a school or a hotel.
  static let waysBack = PhraseTable(["首页", "主页", "网", "网站", "频道", "查看更多"])

  /// What only sites say of themselves: two of these make an imprint, or one beside an address.
  static let siteWords = PhraseTable(siteWordsPhrases)
  private static let siteWordsPhrases = [
    "建议使用", "浏览器", "最佳浏览", "解析度", "分辨率", "网站地图", "站点地图", "联系我们", "联络我们", "关于我们", "隐私", "网站声明", "友情链接", "网站维护", "使用条款",
    "法律声明",
    "广告服务", "招聘信息", "帮助中心", "意见反馈", "gmt+8", "无障碍说明", "资讯安全政策",
  ]

  /// What imprints say as well as plans and notices.
  static let addressWords = PhraseTable([
    "主办", "承办", "技术支持", "地址:", "校址", "邮编", "电话", "传真", "总机", "服务时间",
  ])

  /// How many characters those labels have.
  static let documentLabelLengths = 2...4

  /// The labels of the table that government sites put before a document.
  static let documentLabels = Set(
    [
      "索引号", "主题分类", "发文机关", "发文机构", "发文单位", "成文日期", "发文日期", "标题", "发文字号", "文号", "发布日期", "发布机构", "发布单位", "主题词", "生成日期",
      "有效性", "公文种类", "信息名称", "名称", "公开方式", "公开日期", "公开时限", "公开形式", "公开范围", "组配分类", "体裁分类", "服务对象", "信息索引", "索取号",
      "废止日期",
      "失效日期", "生效日期", "内容概述", "信息类别", "信息分类", "所属机构", "所属主题", "文件编号", "关键词", "责任部门", "时效",
    ].map { FoldUnit.fold($0) })

  /// The characters with which they begin.
  static let documentLabelStarts = UnitSet(documentLabels.compactMap(\.first))

  // MARK: Looked for together

  /// What the words stand for that are looked for in each line.
  struct Sought: OptionSet, Sendable {
    let rawValue: UInt8
    static let imprint = Sought(rawValue: 1)
    static let site = Sought(rawValue: 1 << 1)
    static let comments = Sought(rawValue: 1 << 2)
    static let related = Sought(rawValue: 1 << 3)
    static let postHead = Sought(rawValue: 1 << 4)
  }

  /// What the words stand for that open lines.
  struct Opening: OptionSet, Sendable {
    let rawValue: UInt8
    static let path = Opening(rawValue: 1)
    static let particular = Opening(rawValue: 1 << 1)
    static let neighbour = Opening(rawValue: 1 << 2)
    static let credit = Opening(rawValue: 1 << 3)
    static let statement = Opening(rawValue: 1 << 4)
  }

  static let sought = PhraseGroups<Sought>([
    (.imprint, imprint), (.site, siteWordsPhrases), (.comments, commentsPhrases), (.related, relatedPhrases),
    (.postHead, ReaderReplies.postHeadPhrases),
  ])

  static let openings = PhraseGroups<Opening>([
    (.path, paths), (.particular, particulars), (.neighbour, neighbours), (.credit, credits), (.statement, statements),
  ])
}
