/// What the sections of each series begin with, by which siblings bear each other out: a first sentence is a run-in heading
/// where most siblings have a short one too, and a short sentence that is the whole item is a heading where most siblings
/// have one.
struct HeadingVotes {
  private struct Series {
    let numbering: Int16
    /// The next series under the same parent, or -1.
    let next: Int
    var runIn = 0
    var running = 0
    var headed = 0
    var plain = 0
  }

  private var series: [Series] = []

  /// Where no series is.
  static let none = -1

  /// Makes an empty ballot for an outline of so many sections.
  init(sections: Int) {
    series.reserveCapacity(sections)
  }

  /// Counts a section's vote, and tells the series that it counts for: its siblings of the same numbering.
  ///
  /// - Parameter last: The series under the section's parent that was met last, or `none`.
  mutating func cast(_ form: HeadingForm, numbering: Int16, last: inout Int) -> Int {
    let place = place(of: numbering, last: &last)
    switch form {
    case .line: series[place].headed += 1
    case .runIn:
      series[place].runIn += 1
      series[place].headed += 1
    case .running:
      series[place].running += 1
      series[place].plain += 1
    case .sentence, .none: series[place].plain += 1
    }
    return place
  }

  /// The heading of a section of this form, once all have voted.
  func heading(_ form: HeadingForm, in place: Int) -> Range<Int>? {
    switch form {
    case .line(let heading): heading
    case .runIn(let heading): series[place].runIn > series[place].running ? heading : nil
    case .sentence(let heading): series[place].headed > series[place].plain ? heading : nil
    case .running, .none: nil
    }
  }

  /// There are no more series under a parent than numberings.
  private mutating func place(of numbering: Int16, last: inout Int) -> Int {
    var place = last
    while place != Self.none {
      if series[place].numbering == numbering { return place }
      place = series[place].next
    }
    series.append(Series(numbering: numbering, next: last))
    last = series.count - 1
    return last
  }
}
