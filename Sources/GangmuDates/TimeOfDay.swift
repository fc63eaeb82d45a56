import HanText

/// A time of day that stands beside a date: 上午9:00, 下午3點半, 14時30分, 9:00—11:00, 晚.
struct TimeOfDay {
  /// The time, or the first of two, or nil where only 上午 or 晚 stands.
  let clock: ClockTime?
  /// The offset after it.
  let end: Int

  /// The half of the day that a word names.
  enum Period: Sendable {
    case earlyMorning
    case morning
    case noon
    case afternoon
    case night
  }

  static let periods = PhraseTable<Period>([
    ("凌晨", .earlyMorning), ("清晨", .morning), ("早晨", .morning), ("早上", .morning), ("上午", .morning),
    ("am", .morning), ("中午", .noon), ("正午", .noon), ("午间", .noon), ("下午", .afternoon), ("午后", .afternoon),
    ("傍晚", .afternoon), ("晚上", .night), ("晚间", .night), ("夜间", .night), ("夜里", .night),
    ("深夜", .night), ("午夜", .night), ("半夜", .night), ("后半夜", .earlyMorning), ("黎明", .earlyMorning),
    ("拂晓", .earlyMorning),
    ("pm", .afternoon), ("早", .morning), ("晚", .night),
  ])
}

extension DateText {
  /// The time of day at an offset, to the end of its range.
  func timeOfDay(at offset: Int) -> TimeOfDay? {
    guard var time = singleTime(at: offset, after: nil) else { return nil }
    if time.clock != nil, let joint = rangeJoint(at: time.end), let second = singleTime(at: joint, after: nil),
      second.clock != nil
    {
      time = TimeOfDay(clock: time.clock, end: second.end)
    }
    return time
  }

  private func singleTime(at offset: Int, after period: TimeOfDay.Period?) -> TimeOfDay? {
    var start = offset
    var period = period
    var isShort = false
    if let word = match(TimeOfDay.periods, at: offset) {
      period = word.payload
      isShort = word.end == offset + 1
      start = word.end
    }
    if let clock = clock(at: skippingSpaces(at: start), period: period) { return clock }
    if let clock = hourRange(at: skippingSpaces(at: start), period: period) { return clock }
    guard start > offset else { return nil }
    // 晚會, 早已, 早操 are other words: one character alone must end its clause.
    if isShort, self[start].isAny(.han), self[start] != "前", self[start] != "至", self[start] != "在" { return nil }
    return TimeOfDay(clock: nil, end: start)
  }

  /// 9~11點, which leaves its 點 to the second hour.
  private func hourRange(at offset: Int, period: TimeOfDay.Period?) -> TimeOfDay? {
    guard let first = number(at: offset), first.markCount == 0, first.knownCount <= 2,
      let joint = rangeJoint(at: first.end),
      self[joint].isAny([.digit, .hanNumeral]), let second = clock(at: joint, period: period), first.value < 24
    else { return nil }
    return ClockTime(hour: first.value, minute: 0, period: period).map { TimeOfDay(clock: $0, end: second.end) }
  }

  func clock(at offset: Int, period: TimeOfDay.Period?) -> TimeOfDay? {
    guard let hour = number(at: offset), hour.markCount == 0, hour.value <= 24, hour.knownCount <= 3 else { return nil }
    var end = hour.end
    var minute = 0
    if hour.notation == .arabic, self[end] == ":" {
      guard let first = self[end + 1].digitValue, let second = self[end + 2].digitValue,
        self[end + 3].digitValue == nil
      else { return nil }
      minute = first * 10 + second
      end += 3
      if self[end] == ":", self[end + 1].digitValue != nil, self[end + 2].digitValue != nil { end += 3 }
      // 11:00時 and 8:30分 have a unit too many.
      if self[end] == "时" || self[end] == "点" || self[end] == "分", self[end + 1] != "间" { end += 1 }
    } else {
      end = skippingSpaces(at: end)
      guard self[end] == "时" || self[end] == "点", self[end + 1] != "间" else { return nil }
      end += 1
      if self[end] == "钟" || self[end] == "整" {
        end += 1
      } else if self[end] == "半" {
        minute = 30
        end += 1
      } else if let minutes = number(at: skippingSpaces(at: end)), minutes.markCount == 0,
        let sign = minuteSign(at: skippingSpaces(at: minutes.end))
      {
        minute = minutes.value * sign.unit
        end = second(at: sign.end) ?? sign.end
      } else if self[end - 1] == "点", let minutes = number(at: end), minutes.markCount == 0, minutes.value < 60,
        minutes.notation == .arabic ? minutes.knownCount == 2 : minutes.value > 9 || minutes.hasZero,
        self[minutes.end].isAny(.boundary)
          || !DateVeto.measures.contains(self[minutes.end]) && self[minutes.end].isAny(.han)
      {
        // 9點20, 九點零九: without 分.
        minute = minutes.value
        end = minutes.end
      }
      if self[end] == "许" { end += 1 }
    }
    return ClockTime(hour: hour.value, minute: minute, period: period).map { TimeOfDay(clock: $0, end: end) }
  }

  /// The offset after 18秒.
  private func second(at offset: Int) -> Int? {
    guard let number = number(at: offset), number.markCount == 0, self[number.end] == "秒" else { return nil }
    return number.end + 1
  }

  private func minuteSign(at offset: Int) -> (unit: Int, end: Int)? {
    switch self[offset] {
    case "分": (1, offset + 1)
    case "刻": (15, offset + 1)
    default: nil
    }
  }
}
