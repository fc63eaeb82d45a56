import HanText

extension DateText {
  /// A member of a list that leaves its unit to the last one: 3 and 6 of 3、6、9月, 12 of 9月9、12、15日.
  ///
  /// The members rise, and the first does not begin its line: there 3、6月底前完成 is the item 3.
  func listMember(at offset: Int) -> CalendarPoint? {
    guard let first = number(at: offset), first.notation == .arabic, let digits = first.twoDigits, first.markCount == 0,
      self[first.end] == "、", !self[offset - 1].isAny([.lineEnd, .digit]),
      self[skippingSpacesBack(from: offset) - 1] != "\n",
      self[offset - 1] != ".", self[offset - 1] != "-"
    else { return nil }
    var last = first
    for _ in 0..<Self.longestList {
      let joint = self[last.end]
      guard joint == "、" || joint == "和" || joint == "及" || joint == "," || joint == "与",
        let next = number(at: last.end + 1), next.notation == .arabic, next.markCount == 0, next.knownCount <= 2,
        next.value > last.value
      else { return nil }
      last = next
      var point = CalendarPoint(start: offset)
      point.style = .unitless
      point.end = first.end
      switch self[last.end] {
      case "月" where last.value <= 12 && first.value >= 1 && !DateVeto.measures.contains(self[last.end + 1]):
        point.month = digits
        return match(DateVeto.afterMonth, at: last.end + 1) == nil ? point : nil
      case "日" where last.value <= 31, "号" where last.value <= 31:
        point.day = digits
        return point
      default: continue
      }
    }
    return nil
  }

  private func skippingSpacesBack(from offset: Int) -> Int {
    var start = offset
    while start > offset - 4, self[start - 1] == " " { start -= 1 }
    return start
  }

  /// Twelve months, or as many days.
  private static let longestList = 12
}
