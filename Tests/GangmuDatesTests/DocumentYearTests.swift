import GangmuDates
import HanText
import Testing

@Suite("Years that the rest of the document settles")
struct DocumentYearTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let text: String
    /// The expression asked about.
    let words: String
    let years: [Int]
    let evidence: [String]
    var testDescription: String { text }
  }

  @Test(
    "each step and its name",
    arguments: [
      Page(
        text: "第五届国家网络安全宣传周将于9月17日至23日举行", words: "9月17日至23日", years: [2018],
        evidence: ["edition:第五届国家网络安全宣传周"]),
      Page(
        text: "第五屆國家網絡安全宣傳周定於20__年9月17日（星期一）開幕", words: "20__年9月17日（星期一）", years: [2018],
        evidence: ["weekday:星期一", "edition:第五屆國家網絡安全宣傳周"]),
      Page(
        text: "第二十一届全国推广普通话宣传周活动方案\n活动时间:20xx年9月10日(周一)至16日", words: "20xx年9月10日(周一)至16日", years: [2018],
        evidence: ["weekday:周一", "edition:第二十一届全国推广普通话宣传周"]),
      Page(text: "首个国家宪法日,12月4日,我校开展活动", words: "12月4日", years: [2014], evidence: ["edition:首个国家宪法日"]),
      Page(text: "2016年,我县先后于3月5日和6月1日开展活动", words: "3月5日", years: [2016], evidence: ["stated:2016年"]),
      Page(
        text: "会议于2016年12月20日召开,次年1月15日整改完毕", words: "次年1月15日", years: [2017], evidence: ["stated:2016年12月20日"]),
      Page(text: "2022年国家安全教育日活动方案\n时间:4月15日", words: "4月15日", years: [2022], evidence: ["title:2022年"]),
      Page(
        text: "活动方案\n请于9月26日前报送总结。\n某某镇政府\n2016年9月10日\n", words: "9月26日前", years: [2016],
        evidence: ["sign_off:2016年9月10日"]),
      Page(
        text: "工作计划\n请于1月15日前报送总结。\n某某镇政府\n2016年12月20日\n", words: "1月15日前", years: [2016, 2017],
        evidence: ["sign_off:2016年12月20日"]),
      Page(
        text: "调查意见\n县政府按照4月15日专家组提出的建议,已将居民迁出。\n某某县国土局\n2004年9月23日\n", words: "4月15日", years: [2004],
        evidence: ["sign_off:2004年9月23日", "past:提出的"]),
      Page(
        text: "情況說明\n11月20日發生了火災。\n某某鎮政府\n2016年3月10日\n", words: "11月20日", years: [2015],
        evidence: ["sign_off:2016年3月10日", "past:發生"]),
      Page(
        text: "活动方案\n4月15日为了解情况,组织调研。\n某某镇政府\n2016年9月10日\n", words: "4月15日", years: [2016, 2017],
        evidence: ["sign_off:2016年9月10日"]),
      Page(
        text: "活动方案\n今年9月19日开展活动。\n某某镇政府\n2016年9月10日\n", words: "今年9月19日", years: [2016],
        evidence: ["sign_off:2016年9月10日"]),
      Page(
        text: "关于开展活动的通知\n某府办〔2016〕12号\n时间:9月19日至25日\n", words: "9月19日至25日", years: [2016],
        evidence: ["number:〔2016〕"]),
      Page(
        text: "活动方案\n启动仪式:2016年9月19日上午\n主题日:9月20日", words: "9月20日", years: [2016], evidence: ["document:2016年9月19日上午"]),
      Page(
        text: "启动:9月17日(星期一)\n总结:9月25日", words: "9月25日", years: [1990, 2001, 2007, 2012, 2018, 2029],
        evidence: ["document:9月17日(星期一)"]),
      Page(
        text: "启动:9月17日(星期一)\n检查:4月6日(星期五)\n", words: "9月17日(星期一)",
        years: [1990, 2001, 2007, 2012, 2018, 2029].filter { $0 != 0 },
        evidence: ["weekday:星期一"]),
      Page(text: "2016年9月17日启动,同月23日结束", words: "23日", years: [2016], evidence: ["same_month:2016年9月17日"]),
      Page(
        text: "2003年12月18日晚发生地震。\n尤以12月18日晚8时最为明显。\n二〇〇四年九月二十三日\n", words: "12月18日晚8时", years: [2003],
        evidence: ["same_day:2003年12月18日"]),
      Page(
        text: "2016年9月20日动员\n2017年8月(推进)\n8月6日召开大会", words: "8月6日", years: [2017], evidence: ["same_month:2017年8月"]),
      Page(
        text: "自2015年7月12日以来,先后于10月3日和2月3日检查", words: "2月3日", years: [], evidence: []),
      Page(
        text: "2015年7月12日动员,10月3日检查,2月3日验收", words: "10月3日", years: [2015], evidence: ["stated:2015年7月12日"]),
      Page(
        text: "2015年7月12日动员,10月3日检查,2月3日验收", words: "2月3日", years: [2015, 2016], evidence: ["stated:2015年7月12日"]),
      Page(
        text: "索引号\t0001\n某市关于2019年部分节假日安排的通知\n清明节:4月5日放假\n", words: "4月5日", years: [2019],
        evidence: ["title:2019年"]),
      Page(
        text: "关于2019年报名工作的通知\n11月1日开始报名\n某某招生办\n2018年10月20日\n", words: "11月1日", years: [2018, 2019],
        evidence: ["title:2019年"]),
      Page(
        text: "放假安排\n2月2日(星期六)上班\n5月1日放假\n某某学校\n2018年12月4日\n", words: "5月1日", years: [2019],
        evidence: ["document:2月2日(星期六)", "sign_off:2018年12月4日"]),
      Page(
        text: "工作方案\n请于3月15日前报送总结。\n某某镇政府\n2016年9月10日\n", words: "3月15日前", years: [2016, 2017],
        evidence: ["sign_off:2016年9月10日"]),
      // Nothing is made up where the document says nothing, or says two things.
      Page(text: "时间:9月19日", words: "9月19日", years: [], evidence: []),
      Page(text: "启动:2015年3月1日\n验收:2016年8月1日\n总结:9月19日", words: "9月19日", years: [], evidence: []),
      Page(text: "依据(某府办〔2014〕12号)制定\n时间:9月19日", words: "9月19日", years: [], evidence: []),
      Page(text: "2011—2015年规划\n时间:9月19日", words: "9月19日", years: [], evidence: []),
      Page(text: "依2016年4月28日台軍字第0950057598號函\n時間:9月19日", words: "9月19日", years: [], evidence: []),
      Page(text: "2016年9月20日动员,2017年1月验收\n时间:9月19日", words: "9月19日", years: [], evidence: []),
      Page(text: "2022年国家安全教育日\n时间:20__年4月15日", words: "20__年4月15日", years: [], evidence: []),
    ])
  func step(_ page: Page) throws {
    let text = FoldedText(page.text)
    let dates = DateReader().dates(in: text).dates
    let date = try #require(
      dates.first { text.string($0.span) == page.words }, "\(page.text): got \(dates.map { text.string($0.span) })")
    #expect(date.yearCandidates == page.years, "\(page.text): got \(date.yearCandidates) by \(date.evidence)")
    #expect(date.evidence == page.evidence, "\(page.text): got \(date.evidence)")
    #expect(date.year == (page.years.count == 1 ? page.years[0] : nil), "\(page.text)")
    #expect(date.edtf?.contains("X") ?? false, "what was inferred is not written into the value: \(date.edtf ?? "nil")")
  }

  @Test("a bound leaves the half year after it, in which a plan may name days of the week")
  func ahead() throws {
    let bound = YearBound(try #require(CivilDay("2018-12-20")), from: .fetched)
    let near = DateReader().dates(in: FoldedText("20__年1月5日(星期六)"), bound: bound).dates
    #expect(near.first?.yearCandidates == [2002, 2008, 2013, 2019])
    let far = DateReader().dates(in: FoldedText("20__年9月17日(星期二)"), bound: bound).dates
    #expect(far.first?.yearCandidates == [2002, 2013])
    #expect(far.first?.evidence == ["weekday:星期二", "fetched:2018-12-20"])
  }

  @Test("今年 goes by the document's own year before the day on which it was read")
  func ownYear() throws {
    let day = try #require(CivilDay("2026-11-22"))
    let page = FoldedText("活动方案\n今年9月19日开展活动。\n某某镇政府\n2016年9月10日\n")
    #expect(DateReader(asOf: day).dates(in: page).dates.first?.year == 2016)
  }

  @Test("the day on which a page was fetched bounds its weekdays' years")
  func fetched() throws {
    var options = DateReader.Options()
    options.latest = CivilDay("2016-10-01")
    let reader = DateReader(options)
    let dates = reader.dates(in: FoldedText("20__年9月17日(星期一)")).dates
    #expect(dates.first?.yearCandidates == [2001, 2007, 2012])
    #expect(dates.first?.evidence == ["weekday:星期一", "as_of:2016-10-01"])
    #expect(reader.dates(in: FoldedText("明天")).dates.isEmpty, "a bound alone resolves nothing")
  }

  @Test("users add series, and theirs count before ours")
  func series() throws {
    var options = DateReader.Options()
    options.series = [
      try #require(YearlySeries(line: "某县茶叶节 茶文化节\t2003\t县志")),
      YearlySeries(names: ["教师节"], firstYear: 2000, source: ""),
    ]
    let reader = DateReader(options)
    #expect(reader.dates(in: FoldedText("第十五屆茶文化節於4月8日開幕")).dates.first?.year == 2017)
    #expect(reader.dates(in: FoldedText("第2个教师节9月10日庆祝")).dates.first?.year == 2001)
    #expect(YearlySeries(line: "没有年份") == nil)
    #expect(YearlySeries(line: "名\t二〇一六") == nil)
  }

  /// What pages of the year say of the edition.
  @Test(
    "editions are counted as pages of their years count them",
    arguments: [
      ("第二届国家网络安全宣传周", 2015), ("第25届全国推广普通话宣传周", 2022), ("第15个全国防灾减灾日", 2023), ("第20个全民国防教育日", 2020),
      ("第21个全国“安全生产月”", 2022), ("第21个全国安全生产月", 2022), ("第30个爱国卫生月", 2018), ("第十届全国爱眼日", 2005),
      ("第27個全國中小學生安全教育日", 2022), ("第5个全国低碳日", 2017), ("第三十六届中国水周", 2023), ("第三十一届世界水日", 2023),
      ("第19个记者节", 2018), ("第26个世界读书日", 2021), ("第28个世界无烟日", 2015), ("首个国家公祭日", 2014),
      ("第31个世界艾滋病日", nil),
    ] as [(String, Int?)])
  func editions(_ name: String, _ year: Int?) {
    let dates = DateReader().dates(in: FoldedText(name + "活动于5月9日举行")).dates
    #expect(dates.first?.year == year, "\(name): got \(dates.first?.evidence ?? [])")
  }

  @Test("each series that is known has a name, a year and a source")
  func known() {
    #expect(YearlySeries.known.count >= 25)
    for series in YearlySeries.known {
      #expect(!series.names.isEmpty && (1950...2026).contains(series.firstYear) && !series.source.isEmpty, "\(series)")
    }
  }

  @Test(
    "what contradicts is told",
    arguments: [
      ("第六届国家网络安全宣传周于9月17日(星期一)开幕", "date.year_conflict"),
      ("2016年活动安排:9月17日(星期一)启动", "date.year_conflict"),
      ("20__年2月29日(星期一)至2月30日", "date.impossible"),
      ("2109年9月17日", "date.far_year"),
      ("0000年9月17日", "date.impossible"),
    ])
  func contradiction(_ text: String, _ code: String) {
    let result = DateReader().dates(in: FoldedText(text))
    #expect(result.warnings.map(\.code) == [code], "\(text): got \(result.warnings.map(\.code))")
  }
}
