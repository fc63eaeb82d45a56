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
    return (1...12).contains { number in
      guard month.admits(number) else { return false }
      guard let day else { return true }
      return (1...CivilCalendar.days(inMonth: number, of: year.value)).contains(where: day.admits)
    }
  }

  /// The date as EDTF writes it.
  var description: String {
    String(unsafeUninitializedCapacity: Self.longest) { write(to: $0, at: 0) }
  }

  /// The most bytes that a date takes: 2016-09-19~.
  fileprivate static let longest = 11

  /// Writes the date; the place after it. The digits of its parts are four, two and two at most.
  fileprivate func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
    var place = year.write(to: bytes, at: place)
    if let month {
      bytes[place] = UInt8(ascii: "-")
      place = month.write(to: bytes, at: place + 1)
      if let day {
        bytes[place] = UInt8(ascii: "-")
        place = day.write(to: bytes, at: place + 1)
      }
    }
    guard isApproximate else { return place }
    bytes[place] = UInt8(ascii: "~")
    return place + 1
  }
}

/// An interval of EDTF; a side without a date is open.
struct EDTFInterval: Sendable, Hashable {
  var start: EDTFDate?
  var end: EDTFDate?

  /// The interval as EDTF writes it: `2016-09-19/2016-09-25`, `../2016-09-26`.
  var description: String {
    String(unsafeUninitializedCapacity: 2 * EDTFDate.longest + 1) { bytes in
      let middle = Self.write(start, to: bytes, at: 0)
      bytes[middle] = UInt8(ascii: "/")
      return Self.write(end, to: bytes, at: middle + 1)
    }
  }

  /// Writes a side, two dots where it is open.
  private static func write(_ date: EDTFDate?, to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) -> Int {
    if let date { return date.write(to: bytes, at: place) }
    bytes[place] = UInt8(ascii: ".")
    bytes[place + 1] = UInt8(ascii: ".")
    return place + 2
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
