/// What the sections of each series begin with, by which siblings bear each other out: a first sentence is a run-in heading
/// where most siblings have a short one too, and a short sentence that is the whole item is a heading where most siblings
/// have one.
struct HeadingVotes {
  private struct Series {
    let numbering: Int16
    /// The next series under the same parent.
    let next: Int?
    var runIn = 0
    var running = 0
    var headed = 0
    var plain = 0
  }

  private var series: [Series] = []
  /// For the document and each section the series under it that was met last, or nil.
  private var last: [Int?]

  /// Makes an empty ballot for an outline of so many sections.
  init(sections: Int) {
    last = [Int?](repeating: nil, count: sections + 1)
    series.reserveCapacity(sections)
  }

  /// Counts a section's vote, and tells the series that it counts for: its siblings of the same numbering.
  mutating func cast(_ form: HeadingForm, parent: Int?, numbering: Int16) -> Int {
    let place = place(of: numbering, under: parent.map { $0 + 1 } ?? 0)
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
    let votes = series[place]
    switch form {
    case .line(let heading): return heading
    case .runIn(let heading): return votes.runIn > votes.running ? heading : nil
    case .sentence(let heading): return votes.headed > votes.plain ? heading : nil
    case .running, .none: return nil
    }
  }

  /// There are no more series under a parent than numberings.
  private mutating func place(of numbering: Int16, under parent: Int) -> Int {
    var place = last[parent]
    while let candidate = place {
      if series[candidate].numbering == numbering { return candidate }
      place = series[candidate].next
    }
    series.append(Series(numbering: numbering, next: last[parent]))
    last[parent] = series.count - 1
    return series.count - 1
  }
}
