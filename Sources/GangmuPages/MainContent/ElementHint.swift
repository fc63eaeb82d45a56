/// What the names of an element (its `class` and `id`) say that it is for.
struct ElementHint: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  /// The text of an article: `article-content`, `TRS_Editor`, `js_content`.
  static let content = ElementHint(rawValue: 1 << 0)
  static let navigation = ElementHint(rawValue: 1 << 1)
  static let sidebar = ElementHint(rawValue: 1 << 2)
  static let footer = ElementHint(rawValue: 1 << 3)
  static let related = ElementHint(rawValue: 1 << 4)
  static let share = ElementHint(rawValue: 1 << 5)
  static let comments = ElementHint(rawValue: 1 << 6)
  static let advertisement = ElementHint(rawValue: 1 << 7)
  /// The line below a title that holds source, date and author.
  static let particulars = ElementHint(rawValue: 1 << 8)

  /// Names that lists of links have, and others too: `hot`, `more`, `tag`.
  static let linkList = ElementHint(rawValue: 1 << 9)

  /// A table with lines, a cell that names its column.
  static let ruled = ElementHint(rawValue: 1 << 10)
  /// Letters that are symbols: Wingdings.
  static let symbols = ElementHint(rawValue: 1 << 11)

  /// Everything that is no part of an article.
  static let furniture: ElementHint = [
    .navigation, .sidebar, .footer, .related, .share, .comments, .advertisement, .linkList,
  ]

  /// Furniture that is text more than links.
  static let wordyFurniture: ElementHint = [.footer, .share, .comments, .advertisement, .related]

  /// The rule that sets such an element aside.
  var rule: FurnitureRule {
    Self.rules.first { contains($0.hint) }?.rule ?? .boilerplate
  }

  private static let rules: [(hint: ElementHint, rule: FurnitureRule)] = [
    (.comments, .comments), (.related, .related), (.linkList, .related), (.share, .share),
    (.footer, .footer),
    (.navigation, .navigation), (.sidebar, .sidebar), (.advertisement, .advertisement),
    (.particulars, .particulars),
  ]

  /// Reads a `class` or an `id`.
  init(name: UnsafeBufferPointer<UInt8>) {
    var hint: ElementHint = []
    var offset = 0
    // Names are short; what is longer than this is generated.
    let end = min(name.count, 160)
    while offset < end {
      let letter = Int(name[offset] | 0x20) - 0x61
      if letter >= 0, letter < 26 {
        for word in Self.byInitial[letter] where word.matches(name, at: offset, end: end) { hint.insert(word.hint) }
      }
      offset += 1
    }
    self = hint
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Reads the name of an element: HTML 5 has some that say what they are for.
  init(tag: UnsafeBufferPointer<UInt8>) {
    self = Self.tags.first { tag.elementsEqual($0.name.utf8) }?.hint ?? []
  }

  private static let tags: [(name: String, hint: ElementHint)] = [
    ("article", .content), ("main", .content), ("nav", .navigation), ("footer", .footer), ("aside", .sidebar),
    ("menu", .navigation), ("form", .share), ("th", .ruled),
  ]

  /// A word within names. Short ones must stand alone: between marks, digits or changes of case.
  private struct Word: Sendable {
    let letters: [UInt8]
    let hint: ElementHint
    let standsAlone: Bool

    func matches(_ name: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> Bool {
      guard offset + letters.count <= end else { return false }
      for index in letters.indices where name[offset + index] | 0x20 != letters[index] | 0x20 { return false }
      guard standsAlone else { return true }
      return begins(name, at: offset) && (offset + letters.count == end || begins(name, at: offset + letters.count))
    }

    /// Whether a word may begin (and the one before it end) at an offset.
    private func begins(_ name: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
      guard offset > 0 else { return true }
      let (before, byte) = (name[offset - 1], name[offset])
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      let wasLetter = (0x61...0x7A).contains(before | 0x20)
      if !isLetter || !wasLetter { return true }
      return before & 0x20 != 0 && byte & 0x20 == 0
    }
  }

  private static let byInitial: [[Word]] = {
    var table = [[Word]](repeating: [], count: 26)
    for (hint, alone, within) in words {
      for (list, standsAlone) in [(alone, true), (within, false)] {
        for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          let letters = Array(word.utf8)
          table[Int(letters[0]) - 0x61].append(Word(letters: letters, hint: hint, standsAlone: standsAlone))
        }
      }
    }
    return table
  }()

  /// The words, as Chinese content systems use them: those that must stand alone, and those that count within others.
  private static let words: [(hint: ElementHint, alone: String, within: String)] = [
    (
      .content, "zoom ozoom zw nr txt artical post entry main detail",
      """
      content article trs_editor editor maintext bodytext newstext neirong zhengwen post_body post_text xilan artibody
      """
    ),
    (
      .navigation,
      "nav menu crumb crumbs path position location topbar toolbar pager page_num logo login header head top",
      "navbar navigat breadcrumb dangqian weizhi pagination search mainmenu sitenav"
    ),
    (
      .sidebar, "side aside sider right",
      "sidebar rightbar right_side rightside leftside left_side side_bar"
    ),
    (
      .footer, "foot footer copy bottom icp",
      "footer copyright banquan beian bottombar friendlink youqing statement shengming disclaimer"
    ),
    (
      .related, "relate",
      """
      related relate_ relevan recommend tuijian xiangguan paihang ranking hotnews readmore prenext pre_next prevnext \
      prev_next shangxia otherlink
      """
    ),
    (
      .linkList, "hot rank rec more tag tags prev next interest likes topic",
      "hot_ guess keyword taglist"
    ),
    (
      .share, "share bdshare social wx weixin wechat qr app tool tools",
      """
      bdshare sharebox share_ jiathis addthis erweima qrcode weibo dashang download-app praise shoucang
      """
    ),
    (
      .comments, "comment comments reply replies cmt floor gentie",
      "comment pinglun liuyan gentie tiejoin reply_ replylist disqus changyan"
    ),
    (
      .advertisement, "ad ads adv gg advert banner promo sponsor popup",
      "advert guanggao adbox ad_box gg_ ad-"
    ),
    (
      .particulars, "info meta source date author time byline editor_name laiyuan edit",
      """
      pubtime pub_time pubdate publish post_info article-info articleinfo art_info newsinfo about_info subtitle_info \
      ep-source
      """
    ),
  ]
}
