/// How often the claims of each rule are right, by rule id: what `script/fit-confidence` counted on gold, drawn towards the
/// share of its kin where a rule was met seldom. Written by that script.
enum FittedConfidence {
  static let table: [String: Double] = [
    "citation.number": 0.99,  // 3 of 3
    "citation.title": 0.99,  // 68 of 68
    "citation.title_number": 0.99,  // 10 of 10
    "contact.label": 0.79,  // 1 of 2
    "contact.table": 0.93,  // 30 of 32
    "bracket.lead": 0.99,  // 1 of 1
    "bracket.responsible": 0.99,  // 142 of 142
    "bracket.support": 0.99,  // 6 of 6
    "bracket.together": 0.99,  // 9 of 9
    "prose.by": 0.86,  // 90 of 104
    "prose.by_unknown": 0.89,  // 3 of 3
    "prose.hand_in": 0.73,  // 3 of 5
    "prose.identity": 0.63,  // 0 of 2
    "prose.lead": 0.75,  // 1 of 2
    "prose.lead_unit": 0.86,  // 1 of 1
    "prose.named": 0.88,  // 2 of 2
    "prose.organizer": 0.88,  // 2 of 2
    "prose.responsible": 0.89,  // 37 of 41
    "prose.responsible_unit": 0.72,  // 0 of 1
    "prose.support": 0.75,  // 1 of 2
    "prose.together": 0.81,  // 33 of 41
    "roster.deputy": 0.99,  // 14 of 14
    "roster.leader": 0.99,  // 5 of 5
    "roster.member": 0.99,  // 90 of 91
    "table.label.responsible": 0.99,  // 43 of 43
  ]
}
