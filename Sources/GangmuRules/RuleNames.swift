import GangmuFields

/// The names that senses have in a rule file.
enum RuleNames {
  /// What labels may say.
  static let labels: [(name: String, sense: LabelSense)] =
    Responsibility.Role.allCases.map { ($0.rawValue, .actors($0)) }
    + Responsibility.Role.allCases.map { ("roster.\($0.rawValue)", .roster($0)) }
    + [
      ("theme", .theme), ("time", .time), ("completion", .completion), ("issued", .issued), ("published", .published),
      ("place", .place), ("contact_name", .contactName), ("phone", .phone), ("email", .email), ("address", .address),
      ("audience", .audience), ("slogan", .slogan), ("budget", .budget), ("award", .award), ("task", .task),
      ("other", .other),
    ]

  /// How a verb takes actor and task.
  static let forms: [(name: String, form: DutySense.Form)] = [
    ("subject", .subject), ("together", .together), ("post", .post), ("named", .named), ("identity", .identity),
    ("organizing", .organizing),
  ]
}
