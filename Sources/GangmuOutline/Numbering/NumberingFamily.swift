import HanText

/// One way of numbering the parts of a text: what stands around the numeral, and which numerals it takes.
///
/// To add a family, add a value to `NumberingFamily.all`; nothing else needs to know.
public struct NumberingFamily: Sendable {
  /// A stable name, the contract's `numbering`.
  public let id: String
  /// A marker as it is most often written.
  public let example: String
  /// What may stand after the numeral, folded, the longest first; an empty array where nothing needs to.
  let closes: [[FoldUnit]]
  /// What is asked of it for every marker.
  fileprivate(set) var traits: Traits

  /// What is asked of a family for every marker that is looked at: a value without references, and small, so that asking
  /// is free and each marker can carry its own.
  struct Traits: Sendable, Hashable {
    /// The index in `all` of the first family with its id: markers of several shapes are of one numbering.
    fileprivate(set) var name: Int16 = 0
    /// The numerals that it takes.
    let numeral: NumeralKind
    /// What stands before the numeral: one unit, or nothing.
    let opener: FoldUnit?
    /// How high it usually stands, the chapters of a law lowest. It decides only where the series around it do not.
    let significance: Int16
    /// Families that writers take for each other in one series, as `1.` and `2、`.
    let sisters: Sisters
    /// What its members are in a law, if they are of one.
    let rank: Rank
    /// Whether a single marker is enough evidence. A weak family needs a sibling, since dates and decimals look alike.
    let isStrong: Bool
    /// Whether its members stand inside running paragraphs too.
    let standsInline: Bool
    /// Whether a space closes the marker, as in `1 總則`.
    let closesWithSpace: Bool
    /// Whether a word closes the marker, as in 一是, so that no punctuation can be doubled behind it.
    let closesWithWord: Bool
  }

  /// The ranks of the parts of a law.
  enum Rank: Sendable {
    /// 編, 章, 節: they divide a law above its articles, which are numbered through all of them.
    case division
    /// 條, 款, 項: they are text from their first word, and are quoted out of order.
    case provision
    /// None: the items of a list, the sections of a plan.
    case item
  }

  /// Sets of families that may stand in for each other within one series.
  enum Sisters: Sendable, Hashable {
    case han, hanBracketed, arabic, arabicBracketed, circled
    /// It has none.
    case none
  }

  init(
    _ id: String, _ example: String, open: FoldUnit? = nil, _ numeral: NumeralKind, close: [String] = [],
    significance: Int16, sisters: Sisters = .none, rank: Rank = .item, isStrong: Bool = true, standsInline: Bool = false
  ) {
    self.id = id
    self.example = example
    self.closes = close.map(FoldUnit.fold)
    traits = Traits(
      numeral: numeral, opener: open, significance: significance, sisters: sisters, rank: rank,
      isStrong: isStrong, standsInline: standsInline, closesWithSpace: close.first == " ",
      closesWithWord: close.last == "是" || close.last == "要")
  }
}

extension NumberingFamily {
  /// Every family, in the order in which they are tried at a place. The first that reads a marker there has it.
  ///
  /// Order and depth of 一、 (一) 1. (1) ① follow GB/T 9704-2012 (7.3.3) for official documents, the parts of laws the
  /// drafting rules of the National People's Congress; Taiwan's 壹、一、(一)1、 its handbook of official writing.
  public static let all: [NumberingFamily] = {
    var all = shapes
    for index in all.indices {
      all[index].traits.name = Int16(truncatingIfNeeded: shapes.firstIndex { $0.id == shapes[index].id } ?? index)
    }
    return all
  }()

  /// The ids of all families, by their index in `all`.
  static let ids = all.map(\.id)

  private static let shapes: [NumberingFamily] = [
    .init("part", "第一編", open: "第", .hanOrArabic, close: ["编"], significance: 0, rank: .division),
    .init("chapter", "第一章", open: "第", .hanOrArabic, close: ["章"], significance: 1, rank: .division),
    .init("law_section", "第一節", open: "第", .hanOrArabic, close: ["节"], significance: 2, rank: .division),
    .init("article", "第一條", open: "第", .hanOrArabic, close: ["条"], significance: 5, rank: .provision),
    .init("clause", "第一款", open: "第", .hanOrArabic, close: ["款"], significance: 22, rank: .provision),
    .init("item", "第一項", open: "第", .hanOrArabic, close: ["项"], significance: 24, rank: .provision),
    .init("stage", "第一階段", open: "第", .hanOrArabic, close: ["阶段", "步", "部分", "期"], significance: 8, isStrong: false),
    .init("han_account", "壹、", .account, close: ["、", ".", ","], significance: 3),
    .init("han_comma", "一、", .han, close: ["、"], significance: 10, sisters: .han, standsInline: true),
    .init("han_comma", "ー、", .lost, close: ["、"], significance: 10, sisters: .han, isStrong: false),
    .init("han_dot", "一.", .han, close: ["."], significance: 10, sisters: .han),
    .init("han_western_comma", "一,", .han, close: [","], significance: 10, sisters: .han, isStrong: false),
    .init("ordinal_is", "一是", .han, close: ["是"], significance: 35, isStrong: false, standsInline: true),
    .init("ordinal_must", "一要", .han, close: ["要"], significance: 35, isStrong: false, standsInline: true),
    .init(
      "han_paren", "(一)", open: "(", .han, close: [")"], significance: 20, sisters: .hanBracketed, standsInline: true),
    .init("han_paren", "〔一〕", open: "〔", .han, close: ["〕"], significance: 20, sisters: .hanBracketed),
    .init("han_lenticular", "【一】", open: "【", .han, close: ["】"], significance: 9),
    .init("han_half_paren", "一)", .han, close: [")"], significance: 20, sisters: .hanBracketed, isStrong: false),
    .init("han_enclosed", "㈠", .enclosed(.parenthesizedHan), significance: 20, sisters: .hanBracketed),
    .init("decimal", "1.1", .dotted, significance: 31, isStrong: false, standsInline: true),
    .init("decimal_dash", "1-1", .dashed, significance: 31, isStrong: false),
    .init(
      "arabic_dot", "1.", .arabic, close: ["."], significance: 30, sisters: .arabic, isStrong: false,
      standsInline: true),
    .init(
      "arabic_comma", "1、", .arabic, close: ["、"], significance: 30, sisters: .arabic, isStrong: false,
      standsInline: true),
    .init("arabic_western_comma", "1,", .arabic, close: [","], significance: 30, sisters: .arabic, isStrong: false),
    .init("arabic_colon", "1:", .arabic, close: [":"], significance: 30, sisters: .arabic, isStrong: false),
    .init("arabic_dot", "⒈", .enclosed(.dotted), significance: 30, sisters: .arabic),
    .init(
      "arabic_paren", "(1)", open: "(", .arabic, close: [")"], significance: 40, sisters: .arabicBracketed,
      standsInline: true),
    .init("arabic_lenticular", "【1】", open: "【", .arabic, close: ["】"], significance: 9),
    .init(
      "arabic_half_paren", "1)", .arabic, close: [")"], significance: 45, isStrong: false, standsInline: true),
    .init(
      "arabic_enclosed", "⑴", .enclosed(.parenthesized), significance: 40, sisters: .arabicBracketed,
      standsInline: true),
    .init("circled", "①", .enclosed(.circled), significance: 50, sisters: .circled, standsInline: true),
    .init("circled_negative", "❶", .enclosed(.negativeCircled), significance: 50, standsInline: true),
    .init("han_space", "一 ", .han, close: [" "], significance: 10, sisters: .han, isStrong: false),
    .init("arabic_space", "1 ", .arabic, close: [" "], significance: 29, isStrong: false),
    .init("stem_paren", "(甲)", open: "(", .stem, close: [")"], significance: 42),
    .init("stem_comma", "甲、", .stem, close: ["、", "."], significance: 9, isStrong: false),
    .init("roman", "Ⅰ.", .roman, close: [".", "、", " "], significance: 4, isStrong: false),
    .init("roman_letters", "ii.", .romanLetters, close: [".", "、", ")"], significance: 57, isStrong: false),
    .init("letter_dot", "A.", .letter, close: [".", "、"], significance: 55, isStrong: false),
    .init("letter_half_paren", "a)", .letter, close: [")"], significance: 58, isStrong: false),
    .init("letter_paren", "(a)", open: "(", .letter, close: [")"], significance: 56, isStrong: false),
    .init(
      "among_them", "其一", open: "其", .han, close: [",", "、", ":", "是"], significance: 35, isStrong: false,
      standsInline: true),
    .init(
      "ordinal_word", "第一,", open: "第", .han, close: [",", "、", ":", "是"], significance: 33, sisters: .han,
      isStrong: false,
      standsInline: true),
    .init(
      "sequence_word", "首先", .sequence, close: [",", "、", "是", "要"], significance: 33, isStrong: false,
      standsInline: true),
  ]
}
