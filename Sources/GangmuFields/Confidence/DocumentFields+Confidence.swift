extension DocumentFields {
  /// Gives each claim of a rule of the standard lexicon the confidence that was fitted to gold. A rule of a user's keeps what its
  /// file says, and so does one that no gold has met.
  mutating func fitConfidences() {
    // Claims of one rule stand together often.
    var last: (rule: String, fitted: Double?)?
    func fit(_ rule: String, _ confidence: inout Double) {
      if last?.rule != rule { last = (rule, FittedConfidence.table[rule]) }
      if let fitted = last?.fitted { confidence = fitted }
    }
    for index in themes.indices { fit(themes[index].rule, &themes[index].confidence) }
    for index in responsibilities.indices { fit(responsibilities[index].rule, &responsibilities[index].confidence) }
    for index in citations.indices { fit(citations[index].rule, &citations[index].confidence) }
    for index in contacts.indices { fit(contacts[index].rule, &contacts[index].confidence) }
  }
}
