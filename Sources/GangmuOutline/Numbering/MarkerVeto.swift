import HanText

/// A reason why what looks like a marker is none. Vetoes see the marker alone; what its siblings say comes later.
struct MarkerVeto: Sendable {
  /// A stable name.
  let id: String
  /// Whether it can speak against markers of a family at all; it is not asked about others.
  let concerns: @Sendable (_ family: NumberingFamily.Traits) -> Bool
  /// Whether the marker is none: its reading, the text, and the end of its block.
  let applies: @Sendable (_ marker: Marker, _ text: FoldedText, _ limit: Int) -> Bool

  static let all: [MarkerVeto] = [
    zero, decimalNumber, dottedQuantity, numberList, bareSpace, reference, className, idiom,
  ]

  /// `0.` and `(0)` number nothing.
  static let zero = MarkerVeto(id: "veto.zero") { _ in
    true
  } applies: { marker, _, _ in
    marker.ordinal == 0
  }

  /// `3.5公里`, `2.26日`, `1,200元`: a digit follows, and it begins no date (`1.2017年…` and `1.11月3日` are item 1).
  static let decimalNumber = MarkerVeto(id: "veto.decimal") { family in
    family.numeral == .arabic
  } applies: { marker, text, limit in
    guard marker.textStart == marker.span.upperBound, marker.textStart < limit,
      text[marker.textStart].digitValue != nil, text[marker.span.upperBound - 1] != "、",
      text[marker.span.upperBound - 1] != ")"
    else { return false }
    guard let number = HanNumeral.readDecimal(in: text, at: marker.textStart, limit: limit) else { return true }
    let isYear = number.end - marker.textStart == 4 && text.unit(at: number.end) == "年"
    let isMonth = (1...12).contains(number.value) && text.unit(at: number.end) == "月"
    return !isYear && !isMonth
  }

  /// `1.5万元`, `9.20日`, `3.15晚会`: what reads as 1.1 stands before a unit, or runs on as 1.5% does.
  static let dottedQuantity = MarkerVeto(id: "veto.dotted_quantity") { family in
    family.numeral == .dotted || family.numeral == .dashed
  } applies: { marker, text, limit in
    guard marker.textStart < limit else { return true }
    let next = text[marker.textStart]
    if next.isAny(.han) {
      return marker.textStart == marker.span.upperBound
        && units.longestMatch(in: text, at: marker.textStart, limit: limit) != nil
    }
    return !next.isAny([.latin, .open, .quote])
  }

  /// `1、2月份`, `五、六年级`, `一、二、三等奖`: the next number follows at once and a unit or another number after it.
  static let numberList = MarkerVeto(id: "veto.number_list") { family in
    family.numeral == .arabic || family.numeral == .han
  } applies: { marker, text, limit in
    guard marker.textStart < limit, text[marker.span.upperBound - 1] == "、",
      let next = marker.traits.numeral.read(in: text, at: marker.textStart, limit: limit),
      next.ordinal == marker.ordinal + 1, next.end < limit
    else { return false }
    return text[next.end] == "、" || units.longestMatch(in: text, at: next.end, limit: limit) != nil
  }

  /// `1 `: a number and a space number a part only where its name follows: Han words on the same line.
  static let bareSpace = MarkerVeto(id: "veto.bare_space") { family in
    family.closesWithSpace
  } applies: { marker, text, limit in
    marker.textStart >= limit || !text[marker.textStart].isAny(.han) || marker.ordinal > 30
  }

  /// `第十二條規定的…`, `第三章所稱`: a part of another text is spoken of.
  static let reference = MarkerVeto(id: "veto.reference") { family in
    family.opener == "第"
  } applies: { marker, text, limit in
    guard marker.textStart < limit, marker.textStart == marker.span.upperBound else { return false }
    return references.longestMatch(in: text, at: marker.textStart, limit: limit) != nil
  }

  /// `(1)班`, `(3)中队`: a class or a team.
  static let className = MarkerVeto(id: "veto.class_name") { family in
    family.opener == "("
  } applies: { marker, text, limit in
    guard marker.textStart < limit, text[marker.textStart] == "班" else { return false }
    let after = text.unit(at: marker.textStart + 1)
    return after == nil || after?.isAny(.boundary) == true
  }

  /// `一是一`, `一要`…: the words of a sentence, not its members, where nothing follows.
  static let idiom = MarkerVeto(id: "veto.idiom") { family in
    family.closesWithWord
  } applies: { marker, text, limit in
    marker.textStart >= limit || text[marker.textStart].isAny(.hanNumeral)
  }

  private static let units = PhraseTable(
    [
      "年", "月", "日", "号", "时", "点", "分", "秒", "个", "名", "人", "元", "万", "亿", "千", "百", "%", "‰", "公里",
      "千米", "米", "厘米", "毫米", "平方", "立方", "亩", "吨", "公斤", "克", "升", "度", "倍", "级", "等奖", "等级", "班", "楼",
      "层", "类", "期", "次", "届", "位", "条", "项", "份", "所", "家", "辆", "台", "件", "只", "户", "岁", "天", "周", "小时",
      "分钟", "版", "折", "成", "晚会", "两", "学期", "季度", "线", "组", "科目",
    ])

  private static let references = PhraseTable(
    [
      "规定", "的", "所称", "所列", "所述", "第", "至第", "和第", "、第", "及第", "或第", "与第", "或者第", "中规定", "中的", "中所", "之规定",
      "以上", "以下", "款", "项", "关于", "情形", "执行",
    ])
}
