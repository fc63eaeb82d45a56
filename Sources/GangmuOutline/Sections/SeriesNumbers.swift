/// Gives each series of a document a small number, so that what is known of a series stands in a flat array and two are
/// compared as two numbers are.
///
/// A series is its family where its markers have one number alone, as nearly all do; the series of 1.1 and 1.1.1 are
/// counted up behind the families.
struct SeriesNumbers {
  private var prefixed: [Marker.Series: Int] = [:]

  /// The number of a series.
  mutating func number(of series: Marker.Series) -> Int {
    guard !series.prefix.isEmpty else { return series.family }
    if let number = prefixed[series] { return number }
    let number = count
    prefixed[series] = number
    return number
  }

  /// All numbers are below.
  var count: Int { NumberingFamily.ids.count + prefixed.count }
}
