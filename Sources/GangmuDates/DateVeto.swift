import HanText

/// What makes a numeral with a calendar unit something else than a date.
enum DateVeto {
  /// After 月: 3月齡, 5月餅, 4月嫂.
  static let afterMonth = PhraseTable<Bool>([
    "龄", "嫂", "薪", "租", "息", "饼", "票", "球", "光", "亮", "利率", "份额",
  ])

  /// Before a month that stands alone: 第3月, 近3月, 每3月, 前9月.
  static let beforeMonthAlone: UnitSet = ["第", "近", "共", "满", "隔", "逾", "个", "数", "约", "."]

  /// Before a month that stands alone and counts: 為期3月.
  static let beforeDuration = PhraseTable<Bool>(["为期", "历时", "长达", "时长", "持续", "耗时"])

  /// After the date of a document that is cited: 九十五年四月二十八日台軍字第…號, 2016年9月1日印發.
  static let afterCitedDate = PhraseTable<Bool>([
    "字第", "印发", "发布", "公布", "颁布", "通过", "修正", "修订", "施行", "下发", "批准",
  ])

  /// After a month that stands alone: 6月以上 and 6月內 count months.
  static let afterMonthAlone = PhraseTable<Bool>(["以上", "以下", "以内", "内", "多", "余"])

  /// After a Han month that stands alone: 十月革命, 五月花, 二月河, 七月流火, 八月十五.
  static let afterHanMonth = PhraseTable<Bool>(["革命", "花", "河", "天", "三", "十五", "怀胎", "初", "廿", "流火"])

  /// After 前: 前往, 前來, 前期 are other words.
  static let afterBefore: UnitSet = [
    "往", "来", "期", "去", "赴", "者", "述", "提", "身", "线", "台", "沿", "进", "景", "途", "辈", "夕", "段", "排",
  ]

  /// After 起: 起草, 起床, 起訴.
  static let afterFrom: UnitSet = ["草", "床", "飞", "诉", "航", "步", "义", "火", "跑", "程", "源", "舞"]

  /// After 後: 後續, 後期.
  static let afterAfter: UnitSet = ["续", "期", "台", "勤", "者", "面", "来", "半", "卫"]

  /// After a weekday of 每周: 每周一次 and 每周三節 count, 每周一課 is one lesson a week.
  static let afterWeekday = PhraseTable<Bool>([
    "次", "个", "节", "天", "期", "篇", "份", "条", "例", "报", "歌", "课", "集", "小时", "场", "题", "句", "封", "星", "练", "测", "查",
    "讲", "学", "评", "谈", "读", "书", "文", "诗", "问", "答", "总结", "汇", "更", "轮", "名", "位", "人", "项", "种", "件", "套", "本",
    "张", "部", "批", "道", "首", "段", "版", "组", "见", "调", "案", "曲", "至两次", "到两次", "回", "遍", "档", "顿", "趟", "班",
  ])

  /// After a day without its month: 15日內 and 3日遊 count days.
  static let afterDayAlone = PhraseTable<Bool>([
    "内", "之内", "以内", "以上", "以下", "游", "龄", "后", "之后", "以后", "前", "之前", "以前",
  ])

  /// After a day that begins a clause: 3日無理由退貨, 30日為限, 15日未滿.
  static let afterDayOfClause: UnitSet = [
    "内", "以", "之", "后", "前", "游", "龄", "无", "为", "未", "不", "满", "左", "多", "的", "均", "线", "攻", "连", "行", "程", "历", "工",
    "一", "两", "三", "仍", "没", "还", "逾", "超", "用", "假",
  ]

  /// Before 於: 少於, 不低於, 早於 compare a number of days.
  static let beforeThan: UnitSet = [
    "少", "多", "低", "高", "长", "短", "大", "小", "等", "限", "晚", "早", "迟", "超", "过", "优",
  ]

  /// After figures: what counts, so that the figures are no day.
  static let measures: UnitSet = [
    "个", "家", "人", "名", "次", "篇", "项", "元", "点", "多", "余", "岁", "天", "年", "月", "时", "分", "秒", "所", "件", "位", "台",
    "部", "本", "条", "届", "期", "级", "批", "只", "辆", "吨", "公", "米", "平", "户", "村", "场", "座", "套", "种", "类", "倍", "度", "章",
    "款",
    "页", "层", "栋", "楼", "集", "节", "课", "门", "笔", "例", "宗", "组", "支", "张", "份", "亩", "斤", "克", "升", "处", "周", "岛", "路",
    "班",
    "艘", "架", "头", "颗", "棵", "片", "块", "幅", "首", "段", "句", "字", "轮", "回", "遍", "股", "角", "毛", "美", "小", "省", "战", "市",
    "县",
    "区",
    "乡", "镇", "校", "院", "科", "室", "队", "连", "排", "营", "团", "厘", "毫", "寸", "尺", "里", "号",
  ]

  /// Before a date: the traditional calendar's months are no Gregorian ones.
  static let traditionalCalendar = PhraseTable<Bool>(["农历", "阴历", "旧历", "夏历"])
}
