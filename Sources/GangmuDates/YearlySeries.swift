import HanText

/// An event that is numbered year by year, so that 第五屆國家網絡安全宣傳周 states its year: 2018.
public struct YearlySeries: Sendable, Hashable {
  /// The names under which it is numbered, in any script.
  public var names: [String]
  /// The year of the first one. A series that left out a year is none.
  public var firstYear: Int
  /// Where that is stated.
  public var source: String

  /// Makes a series.
  public init(names: [String], firstYear: Int, source: String) {
    self.names = names
    self.firstYear = firstYear
    self.source = source
  }

  /// Reads a table of series: one a line, names parted by spaces, TAB, first year, TAB, source. Empty lines and lines that
  /// begin with `#` are passed over; nil where a line is none of these.
  public init?(line: String) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count >= 2, let year = Int(fields[1]), (1800...9999).contains(year) else { return nil }
    let names = fields[0].split(separator: " ").map(String.init)
    guard !names.isEmpty else { return nil }
    self.init(names: names, firstYear: year, source: fields.count > 2 ? String(fields[2]) : "")
  }

  /// The series that gangmu knows, each meant to have had one edition in every year since its first.
  ///
  /// First years and sources are written from general knowledge and have not yet been looked up one by one: verify a row
  /// before you rely on it, and correct it with `DateReader.Options.series`, whose rows count before these.
  public static let known: [YearlySeries] = """
    国家网络安全宣传周 网络安全宣传周 网络安全周\t2014\t中央网信办: 首届 2014-11-24/30
    全国推广普通话宣传周 推广普通话宣传周 推普周\t1998\t国务院 1997 年批准, 首届 1998 年 9 月
    全国科技活动周 科技活动周\t2001\t国函〔2001〕30号
    全国防灾减灾日 防灾减灾日\t2009\t国务院批准, 自 2009 年起每年 5 月 12 日
    国家宪法日 宪法日\t2014\t全国人大常委会决定, 2014-11-01
    国家公祭日\t2014\t全国人大常委会决定, 2014-02-27
    烈士纪念日\t2014\t全国人大常委会决定, 2014-08-31
    教师节\t1985\t全国人大常委会决定, 1985-01-21
    植树节\t1979\t全国人大常委会决定, 1979-02-23
    全民国家安全教育日 国家安全教育日\t2016\t国家安全法(2015)第十四条, 首个 2016-04-15
    全民国防教育日 国防教育日\t2001\t全国人大常委会决定, 2001-08-31
    全国助残日 助残日\t1991\t残疾人保障法(1990)
    全国安全生产月 安全生产月\t2002\t中宣部、国家安全监管局等 2002 年起
    爱国卫生月 全国爱国卫生月\t1989\t全国爱卫会 1989 年起
    全国爱眼日 爱眼日\t1996\t卫生部等 1996 年起
    全国中小学生安全教育日 中小学生安全教育日\t1996\t国家教委等 1996 年起
    全国低碳日\t2013\t国务院 2012 年决定, 2013 年起
    中国水周\t1988\t水利部 1988 年起
    中国记者节 记者节\t2000\t国务院 2000 年批复
    中国农民丰收节 农民丰收节\t2018\t国函〔2018〕80号
    中国航天日\t2016\t国函〔2016〕50号
    中国医师节\t2018\t国函〔2017〕136号
    中国国际进口博览会 进博会\t2018\t商务部: 首届 2018-11-05/10
    世界读书日\t1996\tUNESCO 28 C/Resolution 3.18 (1995)
    世界无烟日\t1988\tWHO, WHA40.38 (1987)
    世界水日\t1993\tUN A/RES/47/193 (1992)
    国际禁毒日\t1988\tUN A/RES/42/112 (1987)
    世界艾滋病日\t1988\tWHO 1988
    世界地球日\t1970\t1970-04-22
    世界知识产权日\t2001\tWIPO 2000
    """.split(separator: "\n").compactMap { YearlySeries(line: String($0)) }
}

/// The names of yearly series, ready to be looked up after 第五屆.
struct YearlySeriesTable: Sendable {
  let firstYears: PhraseTable<Int>

  static let known = YearlySeriesTable(YearlySeries.known)

  /// The series of users come first, so that they can correct ours.
  init(_ series: [YearlySeries]) {
    firstYears = PhraseTable(series.flatMap { series in series.names.map { ($0, series.firstYear) } })
  }
}
