/// A time of day to the minute, as a page states it beside a date.
struct ClockTime: Sendable, Hashable {
  /// The minutes since midnight; 24:00 is the end of the day.
  private let minutes: UInt16

  /// The time of an hour and a minute said in a half of the day, or nil where there is no such time.
  init?(hour: Int, minute: Int, period: TimeOfDay.Period?) {
    guard (0...24).contains(hour), (0..<60).contains(minute), hour < 24 || minute == 0 else { return nil }
    var hour = hour
    switch period {
    case .afternoon where hour < 12: hour += 12
    case .noon where hour < 3: hour += 12
    case .night where (4...12).contains(hour): hour += 12
    case .earlyMorning where hour == 12: hour = 0
    default: break
    }
    minutes = UInt16(hour * 60 + minute)
  }

  /// As `09:30`.
  var description: String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
  }
}
