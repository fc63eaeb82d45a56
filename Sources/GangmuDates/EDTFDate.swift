/// A date of EDTF (ISO 8601-2): a year, a month or a day, digits that are unknown being `X`.
struct EDTFDate: Sendable, Hashable {
  var year: DigitPattern
  var month: DigitPattern?
  var day: DigitPattern?
  /// About then: written with `~`.
  var isApproximate = false

  /// Whether some year makes it a date of the calendar.
  var isPossible: Bool {
    if year.value == 0 { return false }
    guard let month else { return true }
    if let month = month.value, let day = day?.value {
      return day >= 1 && day <= CivilCalendar.days(inMonth: month, of: year.value)
    }
    let months = (1...12).filter(month.admits)
    guard let day else { return !months.isEmpty }
    return months.contains { month in
      (1...CivilCalendar.days(inMonth: month, of: year.value)).contains(where: day.admits)
    }
  }

  /// The date as EDTF writes it.
  var description: String {
    String(unsafeUninitializedCapacity: 11) { bytes in
      var count = 0
      func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
      }
      func append(_ pattern: DigitPattern) {
        for place in 0..<pattern.width { append(pattern.character(at: place)) }
      }
      append(year)
      if let month {
        append(UInt8(ascii: "-"))
        append(month)
        if let day {
          append(UInt8(ascii: "-"))
          append(day)
        }
      }
      if isApproximate { append(UInt8(ascii: "~")) }
      return count
    }
  }
}

/// An interval of EDTF; a side without a date is open.
struct EDTFInterval: Sendable, Hashable {
  var start: EDTFDate?
  var end: EDTFDate?

  /// The interval as EDTF writes it: `2016-09-19/2016-09-25`, `../2016-09-26`.
  var description: String {
    (start?.description ?? "..") + "/" + (end?.description ?? "..")
  }

  /// Whether its end lies before its start in every year that both leave possible: false wherever an unknown digit
  /// leaves room for doubt, as in `XXXX-12-25/XXXX-01-05`.
  var isBackward: Bool {
    guard let start, let end, let first = start.year.value, let last = end.year.value else { return false }
    if first != last { return first > last }
    guard let firstMonth = start.month?.value, let lastMonth = end.month?.value else { return false }
    if firstMonth != lastMonth { return firstMonth > lastMonth }
    guard let firstDay = start.day?.value, let lastDay = end.day?.value else { return false }
    return firstDay > lastDay
  }
}
