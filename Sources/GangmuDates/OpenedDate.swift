import HanText

extension DateText {
  /// 即日起至10月15日: its start is the day on which the page was written.
  func fromNow(at offset: Int) -> FoundDate? {
    guard let now = match(Self.nowWords, at: offset), let joint = rangeJoint(at: now.end),
      let point = point(at: joint) ?? freePair(at: joint), !point.isDayAlone
    else { return nil }
    var end = point.end
    if let tail = tail(at: end, of: point.start), tail.tail == .until { end = tail.end }
    return FoundDate(
      shape: .fromNow, form: .range, span: offset..<end, interval: EDTFInterval(start: nil, end: point.dates.last),
      points: [point])
  }

  /// 截至9月30日, 截止到2016年底: a deadline that a word before it makes.
  func untilDate(at offset: Int) -> FoundDate? {
    guard let word = match(Self.untilWords, at: offset) else { return nil }
    let start = skippingSpaces(at: word.end)
    guard let point = point(at: start) ?? freePair(at: start), !point.isDayAlone,
      !(point.year?.isUnknown ?? false) || point.month != nil
    else { return nil }
    var end = point.end
    if let tail = tail(at: end, of: point.start), tail.tail == .until || tail.tail == .before { end = tail.end }
    return FoundDate(
      shape: .deadline, form: .deadline, span: offset..<end,
      interval: EDTFInterval(start: nil, end: point.dates.last), points: [point])
  }

  /// 9/23 after 即日起至 or 截至, before what may follow a date.
  private func freePair(at offset: Int) -> CalendarPoint? {
    guard let number = number(at: offset), var point = figurePair(number, at: offset) else { return nil }
    let next = self[point.end]
    guard next.isAny(.boundary) || next == "前" || next == "止" || next == "日" else { return nil }
    finish(&point)
    return point
  }

  private static let nowWords = PhraseTable<Bool>(["即日起", "即日", "即日开始", "即刻起", "即时起", "现在起", "今日起", "今天起"])

  private static let untilWords = PhraseTable<Bool>(["截至", "截止", "截止到", "截止至", "截至到", "截止于"])
}
