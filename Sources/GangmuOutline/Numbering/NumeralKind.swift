import HanText

/// The numerals that a numbering family takes.
enum NumeralKind: Sendable, Hashable {
  /// 一 二 … 十二, 二十〇
  case han
  /// 壹 貳 參, the forms for accounts
  case account
  /// 1 2 3, in any width
  case arabic
  /// either, as in 第3條 and 第三條
  case hanOrArabic
  /// 甲 乙 丙, the heavenly stems
  case stem
  /// a b c, in either case
  case letter
  /// Ⅰ Ⅱ Ⅲ, the single characters
  case roman
  /// i ii iv, written with letters, up to xx
  case romanLetters
  /// ー ニ ハ, which stand where 一 二 八 should
  case lost
  /// 1.1, 1.1.1: the last number counts within the ones before it
  case dotted
  /// 1-1, 1-1-1
  case dashed
  /// 首先 其次 再次 最後
  case sequence
  /// one character that holds number and enclosure
  case enclosed(Enclosure)

  /// A numeral that was read.
  struct Reading {
    /// Its value within its series.
    var ordinal: Int
    /// For 1.2.3 the numbers before the last, which name the series; else empty.
    var prefix = NumberPath()
    /// The offset after it.
    var end: Int
  }

  /// Reads a numeral at an offset, or gives nil where none of this kind stands there.
  func read(in text: FoldedText, at offset: Int, limit: Int) -> Reading? {
    guard offset < limit else { return nil }
    let unit = text[offset]
    switch self {
    case .han:
      guard unit.isAny(.hanNumeral), Self.accountNumeral(unit) == nil else { return nil }
      return HanNumeral.readHan(in: text, at: offset, limit: limit).flatMap(Self.ordinal)
    case .account:
      return Self.readAccount(in: text, at: offset, limit: limit)
    case .arabic:
      return HanNumeral.readDecimal(in: text, at: offset, limit: limit).flatMap(Self.ordinal)
    case .hanOrArabic:
      return NumeralKind.han.read(in: text, at: offset, limit: limit)
        ?? NumeralKind.arabic.read(in: text, at: offset, limit: limit)
    case .stem:
      return Self.stems.firstIndex(of: unit).map { Reading(ordinal: $0 + 1, end: offset + 1) }
    case .letter:
      guard unit.isAny(.latin), text.unit(at: offset + 1)?.isAny(.latin) != true else { return nil }
      return Reading(ordinal: Int(unit.rawValue) - 0x60, end: offset + 1)
    case .roman:
      guard (0x2170...0x217B).contains(unit.rawValue) else { return nil }
      return Reading(ordinal: Int(unit.rawValue) - 0x216F, end: offset + 1)
    case .romanLetters:
      return Self.romanNumbers.longestMatch(in: text, at: offset, limit: limit).flatMap {
        text.unit(at: $0.span.upperBound)?.isAny(.latin) == true
          ? nil : Reading(ordinal: $0.payload, end: $0.span.upperBound)
      }
    case .lost:
      return Self.lostNumeral(unit).map { Reading(ordinal: $0, end: offset + 1) }
    case .dotted: return Self.readParts(in: text, at: offset, limit: limit, separator: ".")
    case .dashed: return Self.readParts(in: text, at: offset, limit: limit, separator: "-")
    case .sequence:
      return Self.sequenceWords.longestMatch(in: text, at: offset, limit: limit)
        .map { Reading(ordinal: $0.payload, end: $0.span.upperBound) }
    case .enclosed(let enclosure):
      return enclosure.value(of: unit).map { Reading(ordinal: $0, end: offset + 1) }
    }
  }

  /// The units that a numeral of this kind may begin with.
  var initials: [FoldUnit] {
    switch self {
    case .han: FoldUnit.fold("〇零一二三四五六七八九十百廿卅")
    case .account: FoldUnit.fold("壹贰叁肆伍陆柒捌玖参拾")
    case .arabic, .dotted, .dashed: FoldUnit.fold("0123456789")
    case .hanOrArabic: NumeralKind.han.initials + NumeralKind.arabic.initials
    case .stem: Self.stems
    case .letter: FoldUnit.fold("abcdefghijklmnopqrstuvwxyz")
    case .roman: (0x2170...0x217B).map { FoldUnit(rawValue: $0) }
    case .romanLetters: FoldUnit.fold("ivx")
    case .lost: FoldUnit.fold("ー-ニハ")
    case .sequence: FoldUnit.fold("首其再最")
    case .enclosed(let enclosure): enclosure.units
    }
  }

  /// Reads 壹, 拾, 拾壹, 貳拾參. 參 is a numeral here alone: elsewhere it begins 參加 and 參考.
  private static func readAccount(in text: FoldedText, at offset: Int, limit: Int) -> Reading? {
    var (value, pending, end) = (0, 0, offset)
    while end < limit, end - offset < 3, let numeral = accountNumeral(text[end]) {
      if numeral < 10 {
        pending = numeral
      } else {
        (value, pending) = (value + max(pending, 1) * 10, 0)
      }
      end += 1
    }
    return end > offset ? Reading(ordinal: value + pending, end: end) : nil
  }

  private static func ordinal(_ reading: HanNumeral.Reading) -> Reading? {
    reading.value <= maximumOrdinal ? Reading(ordinal: reading.value, end: reading.end) : nil
  }

  /// Reads 1.2 or 1.2.3: two to five numbers of at most two digits each. 3.14159 and 192.168.0.1 are none.
  private static func readParts(
    in text: FoldedText, at offset: Int, limit: Int, separator: FoldUnit
  ) -> Reading? {
    // Most numbers have no second one behind them.
    let mark = text.unit(at: offset + 1)?.digitValue == nil ? offset + 1 : offset + 2
    guard mark < limit, text[mark] == separator else { return nil }
    var path = NumberPath()
    var last: Int?
    var end = offset
    while let part = HanNumeral.readDecimal(in: text, at: end, limit: limit), part.end - end <= 2 {
      if let last {
        guard path.append(last) else { return nil }
      }
      last = part.value
      end = part.end
      guard end + 1 < limit, text[end] == separator, text[end + 1].digitValue != nil else { break }
      end += 1
    }
    guard let last, !path.isEmpty, text.unit(at: end)?.digitValue == nil, last > 0, path.first > 0 else { return nil }
    return Reading(ordinal: last, prefix: path, end: end)
  }

  /// No list is longer; what is larger is a year, a count or a telephone number.
  private static let maximumOrdinal = 1999
  private static let stems = FoldUnit.fold("甲乙丙丁戊己庚辛壬癸")

  /// The value of a form for accounts.
  private static func accountNumeral(_ unit: FoldUnit) -> Int? {
    switch unit {
    case "壹": 1
    case "贰": 2
    case "叁", "参": 3
    case "肆": 4
    case "伍": 5
    case "陆": 6
    case "柒": 7
    case "捌": 8
    case "玖": 9
    case "拾": 10
    default: nil
    }
  }

  /// Katakana that print reads as Han numerals, and the dash that a hand types for 一.
  private static func lostNumeral(_ unit: FoldUnit) -> Int? {
    switch unit {
    case "ー", "-": 1
    case "ニ": 2
    case "ハ": 8
    default: nil
    }
  }

  private static let romanNumbers = PhraseTable(
    [
      "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
      "xviii", "xix", "xx",
    ].enumerated().map { ($1, $0 + 1) })
  private static let sequenceWords = PhraseTable([
    ("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", 4),
  ])
}
