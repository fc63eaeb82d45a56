import GangmuDates

extension DateExpression {
  /// Removes the years that a page published on a day cannot be about: plans look one year ahead, seldom further.
  ///
  /// - Parameter day: The day, as `2019-09-07`.
  mutating func boundYears(byPublication day: String) {
    guard let year = Int(day.prefix(4)), !yearCandidates.isEmpty, self.year == nil else { return }
    let possible = yearCandidates.filter { $0 <= year + 1 }
    guard !possible.isEmpty, possible.count < yearCandidates.count else { return }
    yearCandidates = possible
    evidence.append("published:\(day)")
    if possible.count == 1 { self.year = possible[0] }
  }
}
