import HanText

/// What is compared of one document, of gold or of a record.
package struct DocumentView: Sendable {
  /// A section by what tells it from others.
  package struct Section: Sendable, Hashable {
    var level: Int
    var marker: String
    var starts: String
    var isInline: Bool
    var role: String?
  }

  /// A calendar expression.
  package struct Date: Sendable, Hashable {
    var text: String
    var edtf: String?
    var role: String?
  }

  /// Who does what.
  package struct Responsibility: Sendable, Hashable {
    var role: String
    var actor: String
    var task: String
  }

  /// A cited document.
  package struct Citation: Sendable, Hashable {
    var title: String
    var number: String
  }

  /// What a record says of a claim.
  package struct Claim: Sendable, Hashable {
    var rule: String
    var confidence: Double
  }

  /// The keys of records that are lists of statements, or of named attachments.
  static let statementKeys = ["slogans", "audience", "places", "budget", "awards", "attachments"]

  var title: String?
  var kind: String?
  var script: String?
  var sections: [Section] = []
  var themes: [String] = []
  var dates: [Date] = []
  var responsibilities: [Responsibility] = []
  var citations: [Citation] = []
  var contacts: [String] = []
  /// What it says of its audience, places and so on, by key; of gold only the keys that the annotator gave.
  var statements: [String: [String]] = [:]
  /// The rule and the confidence of each claim of a record, by field, in the order of the lists above; none for gold.
  var claims: [String: [Claim]] = [:]
  /// The text that a record was read from.
  var text = ""

  /// A document without anything.
  package init() {}

  /// A document of gold.
  init(gold: JSONTree) {
    title = gold["title"]?.string
    kind = gold["kind"]?.string
    sections = (gold["sections"]?.elements ?? []).map { section in
      Section(
        level: section["level"]?.integer ?? 0, marker: ComparedText.fold(section["marker"]?.string ?? ""),
        starts: ComparedText.firstLine(section["starts"]?.string ?? ""), isInline: section["inline"].isTrue,
        role: section["role"]?.string)
    }
    themes = (gold["themes"]?.elements ?? []).map { ComparedText.bare($0.string) }
    dates = (gold["dates"]?.elements ?? []).map {
      Date(text: ComparedText.bare($0["text"]?.string), edtf: $0["edtf"]?.string, role: $0["role"]?.string)
    }
    responsibilities = (gold["responsibilities"]?.elements ?? []).map {
      Responsibility(
        role: $0["role"]?.string ?? "", actor: ComparedText.bare($0["actor"]?.string),
        task: ComparedText.bare($0["task"]?.string))
    }
    citations = (gold["citations"]?.elements ?? []).map {
      Citation(title: ComparedText.bare($0["title"]?.string), number: ComparedText.bare($0["number"]?.string))
    }
    contacts = Self.contacts(gold["contacts"])
    for key in Self.statementKeys {
      if let list = gold[key] { statements[key] = list.elements.map { ComparedText.bare($0.string) } }
    }
  }

  /// A document of a record.
  init(record: JSONTree) {
    let text = record["text"]?.string ?? ""
    self.text = text
    let scalars = Array(text.unicodeScalars)
    title = record["title"]?.string
    kind = record["kind"]?["label"]?.string
    script = record["script"]?["label"]?.string
    sections = (record["sections"]?.elements ?? []).map { section in
      let marker = section["marker"]?.string ?? ""
      return Section(
        level: section["level"]?.integer ?? 0, marker: ComparedText.fold(marker),
        starts: ComparedText.start(of: section["span"].text(in: scalars), after: marker),
        isInline: section["inline"].isTrue, role: section["role"]?.string)
    }
    func list(_ key: String) -> [JSONTree] {
      let list = record[key]?.elements ?? []
      claims[key] = list.map(Claim.init)
      return list
    }
    themes = list("themes").map { ComparedText.bare($0["text"]?.string) }
    dates = list("dates").map {
      Date(text: ComparedText.bare($0["text"]?.string), edtf: $0["edtf"]?.string, role: $0["role"]?.string)
    }
    responsibilities = list("responsibilities").map {
      Responsibility(
        role: $0["role"]?.string ?? "", actor: ComparedText.bare($0["actor"]?["text"]?.string),
        task: ComparedText.bare($0["task"]?["text"]?.string))
    }
    citations = list("citations").map {
      Citation(title: ComparedText.bare($0["title"]?.string), number: ComparedText.bare($0["number"]?.string))
    }
    contacts = Self.contacts(record["contacts"])
    claims["contacts"] = (record["contacts"]?.elements ?? []).flatMap { contact in
      Self.contactValues(contact).map { _ in Claim(contact) }
    }
    for key in Self.statementKeys {
      statements[key] = list(key).map { ComparedText.bare(($0["text"] ?? $0["title"])?.string) }
    }
  }

  private static func contacts(_ list: JSONTree?) -> [String] {
    (list?.elements ?? []).flatMap(contactValues)
  }

  private static func contactValues(_ contact: JSONTree) -> [String] {
    ["name", "phone", "email"].compactMap { contact[$0]?.string }.filter { !$0.isEmpty }.map { ComparedText.bare($0) }
  }

  /// The same with all strings passed through a fold of their own.
  func mapping(_ fold: (String) -> String) -> DocumentView {
    var view = self
    view.title = title.map(fold)
    for index in view.sections.indices {
      view.sections[index].marker = fold(sections[index].marker)
      view.sections[index].starts = fold(sections[index].starts)
    }
    view.themes = themes.map(fold)
    for index in view.dates.indices { view.dates[index].text = fold(dates[index].text) }
    for index in view.responsibilities.indices {
      view.responsibilities[index].actor = fold(responsibilities[index].actor)
      view.responsibilities[index].task = fold(responsibilities[index].task)
    }
    view.citations = citations.map { Citation(title: fold($0.title), number: fold($0.number)) }
    view.contacts = contacts.map(fold)
    view.statements = statements.mapValues { $0.map(fold) }
    return view
  }

  /// The text in one script, one width and one case, without marks.
  static func soft(_ text: String) -> String {
    let units = FoldUnit.fold(text).filter { !$0.isAny(.boundary) && !$0.isAny(.bullet) }
    return String(decoding: units.map(\.rawValue), as: UTF16.self)
  }
}

extension JSONTree? {
  /// Whether it is `true`.
  var isTrue: Bool {
    if case .word(let bytes)? = self { bytes.elementsEqual("true".utf8) } else { false }
  }

  /// The number, or nil.
  var number: Double? {
    if case .word(let bytes)? = self { Double(String(decoding: bytes, as: UTF8.self)) } else { nil }
  }

  /// What a span quotes.
  func text(in scalars: [Unicode.Scalar]) -> String {
    guard let bounds = self?.elements.compactMap(\.integer), bounds.count == 2, bounds[0] <= bounds[1], bounds[0] >= 0,
      bounds[1] <= scalars.count
    else { return "" }
    return String(String.UnicodeScalarView(scalars[bounds[0]..<bounds[1]]))
  }
}

extension DocumentView.Claim {
  fileprivate init(_ claim: JSONTree) {
    self.init(rule: claim["rule"]?.string ?? "", confidence: claim["confidence"].number ?? 0)
  }
}
