import HanText

/// A member of a list that leaves its unit to the last one.
struct ListMember {
  /// The member with what it takes from the last one.
  var point: CalendarPoint
  /// Whether the list is one of deadlines: 3、6、9月底前.
  var isDeadline = false
}

extension DateText {
  /// A member of a list that leaves its unit to the last one: 3 and 6 of 3、6、9月, 12 of 9月9、12、15日, 三 of 在三、四月份.
  ///
  /// The members rise, and the first does not begin its line: there 3、6月底前完成 is the item 3.
  ///
  /// - Parameter isContinued: Whether a member was read right before.
  func listMember(at offset: Int, isContinued: Bool = false) -> ListMember? {
    guard let first = number(at: offset), let digits = first.twoDigits, first.markCount == 0,
      self[first.end] == "、", isContinued || mayOpenList(first, at: offset)
    else { return nil }
    var last = first
    for _ in 0..<Self.longestList {
      guard let joint = listJoint(at: last.end), let next = number(at: joint), next.notation == first.notation,
        next.markCount == 0, next.value > last.value, next.value < 100
      else { return nil }
      last = next
      var point = CalendarPoint(start: offset)
      point.style = .unitless
      point.end = first.end
      switch self[last.end] {
      case "月" where last.value <= 12 && first.value >= 1:
        let end = self[last.end + 1] == "份" && self[last.end + 2] != "额" ? last.end + 2 : last.end + 1
        guard !DateVeto.measures.contains(self[end]), match(DateVeto.afterMonth, at: end) == nil else { return nil }
        point.month = digits
        guard let portion = match(MonthPortion.ofMonth, at: end), portion.payload != .vague else {
          return ListMember(point: point)
        }
        point.portion = portion.payload
        return ListMember(point: point, isDeadline: tail(at: portion.end, of: offset)?.tail == .before)
      case "日" where last.value <= 31, "号" where last.value <= 31:
        point.day = digits
        return ListMember(point: point)
      default: continue
      }
    }
    return nil
  }

  private func mayOpenList(_ first: CalendarNumber, at offset: Int) -> Bool {
    let before = self[offset - 1]
    // Behind a full stop 三、 is the number of an item.
    if first.notation != .arabic { return before.isAny(.han) && !before.isAny(.hanNumeral) }
    return !before.isAny([.lineEnd, .digit]) && before != "." && before != "-"
      && self[skippingSpacesBack(from: offset) - 1] != "\n"
  }

  /// The offset after 、 和 及 與 or a comma.
  func listJoint(at offset: Int) -> Int? {
    switch self[offset] {
    case "、", "和", "及", ",", "与": offset + 1
    default: nil
    }
  }

  func skippingSpacesBack(from offset: Int) -> Int {
    var start = offset
    while start > offset - 4, self[start - 1] == " " { start -= 1 }
    return start
  }

  /// Twelve months, or as many days.
  private static let longestList = 12
}
