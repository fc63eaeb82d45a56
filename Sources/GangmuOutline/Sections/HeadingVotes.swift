/// What the sections of each series begin with, by which siblings bear each other out: a first sentence is a run-in heading
/// where most siblings have a short one too, and a short sentence that is the whole item is a heading where most siblings
/// have one.
struct HeadingVotes {
  private struct Series {
    let numbering: Int16
    /// The series under the same parent that was met before it, or nil.
    let previous: Int?
    var runIn = 0
    var running = 0
    var headed = 0
    var plain = 0
  }

  private var series: [Series] = []
  /// For the document, and behind it for each section, the series under it that was met last.
  private var last: [Int?]

  /// Makes an empty ballot for an outline of so many sections.
  init(sections: Int) {
    series.reserveCapacity(sections)
    last = [Int?](repeating: nil, count: sections + 1)
  }

  /// Counts a section's vote, and tells the series that it counts for: its siblings of the same numbering.
  mutating func cast(_ form: HeadingForm, numbering: Int16, under parent: Int?) -> Int {
    let place = place(of: numbering, under: parent)
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
  private mutating func place(of numbering: Int16, under parent: Int?) -> Int {
    let parent = parent.map { $0 + 1 } ?? 0
    var place = last[parent]
    while let known = place {
      if series[known].numbering == numbering { return known }
      place = series[known].previous
    }
    series.append(Series(numbering: numbering, previous: last[parent]))
    last[parent] = series.count - 1
    return series.count - 1
  }
}
