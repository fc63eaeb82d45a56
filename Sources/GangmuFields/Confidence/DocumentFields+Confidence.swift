extension DocumentFields {
  /// Gives each claim of a rule of the standard lexicon the confidence that was fitted to gold. A rule of a user's keeps what its
  /// file says, and so does one that no gold has met.
  mutating func fitConfidences() {
    // Claims of one rule stand together often.
    var last: (rule: String, fitted: Double?)?
    func fit(_ rule: String, _ confidence: inout Double) {
      if last?.rule != rule { last = (rule, FittedConfidence.value(of: rule)) }
      if let fitted = last?.fitted { confidence = fitted }
    }
    for index in themes.indices { fit(themes[index].rule, &themes[index].confidence) }
    for index in responsibilities.indices { fit(responsibilities[index].rule, &responsibilities[index].confidence) }
    for index in citations.indices { fit(citations[index].rule, &citations[index].confidence) }
    for index in contacts.indices { fit(contacts[index].rule, &contacts[index].confidence) }
  }
}

extension FittedConfidence {
  /// The table by the length of the ids, of which few are alike: quicker than to hash an id for each claim.
  private static let byLength: [[(rule: String, value: Double)]] = {
    let longest = table.keys.map(\.utf8.count).max() ?? 0
    var byLength = [[(rule: String, value: Double)]](repeating: [], count: longest + 1)
    for (rule, value) in table { byLength[rule.utf8.count].append((rule, value)) }
    return byLength
  }()

  /// What was fitted for the claims of a rule, or nil.
  fileprivate static func value(of rule: String) -> Double? {
    let length = rule.utf8.count
    return length < byLength.count ? byLength[length].first { $0.rule == rule }?.value : nil
  }
}
