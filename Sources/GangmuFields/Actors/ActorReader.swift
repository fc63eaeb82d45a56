import HanText

/// An actor that was read from a list.
struct Actor: Sendable {
  /// Its name.
  var span: Range<Int>
  /// What it is.
  var kind: Responsibility.ActorKind
  /// The part that a bracket behind the name gives it (`教务处(牵头)`), or nil.
  var role: Responsibility.Role?
}

/// The actors of a list, and the places in it that are blank.
struct ActorList: Sendable {
  var actors: [Actor] = []
  var blanks: [Range<Int>] = []
}

/// Tells actors from other words, and lists of them apart.
final class ActorReader: Sendable {
  let endings: SuffixTable<Responsibility.ActorKind>
  let vetoes: PhraseTable<Bool>
  let falseEndings = SuffixTable(ActorWords.falseEndings)
  let predicates: PhraseTable<Bool>
  let bracketRoles: PhraseTable<RuleMark<Responsibility.Role>>
  let surnames: PhraseTable<Bool>
  private let others = SuffixTable(ActorWords.others)

  init(lexicon: FieldLexicon) {
    endings = SuffixTable(lexicon.actors.entries().map { ($0.0, $0.1.sense) })
    vetoes = PhraseTable(ActorWords.vetoes)
    predicates = PhraseTable(DutyWords.predicates)
    bracketRoles = PhraseTable(DutyWords.bracketRoles.entries())
    surnames = PhraseTable(ActorWords.surnames)
  }

  /// The actors in a span that is nothing but a list of them.
  func actors(in span: Range<Int>, of text: FoldedText) -> ActorList {
    var list = ActorList()
    let trimmed = withoutOthers(withoutQuotes(span, in: text), in: text)
    if trimmed.isEmpty {
      list.blanks.append(span)
      return list
    }
    var afterTitled = false
    let pieces = pieces(of: trimmed, in: text)
    list.actors.reserveCapacity(pieces.count)
    for piece in pieces {
      let piece = withoutQuotes(piece, in: text)
      if piece.isEmpty { continue }
      if isBlank(piece, in: text) {
        list.blanks.append(piece)
        continue
      }
      if text.firstIndex(of: " ", in: piece) == nil {
        if afterTitled, !isPerson(piece, in: text) { continue }
        afterTitled = false
        append(piece, to: &list.actors, in: text)
        continue
      }
      let words = words(of: piece, in: text)
      // 王晓晖 中央宣传部副部长、中央政研室副主任: what follows a person with a title is a second title.
      if afterTitled, words.count == 1, !isPerson(words[0], in: text) { continue }
      let named = actors(ofWords: words, whole: piece, in: text)
      afterTitled = words.count > 1 && named.contains { $0.kind == .person }
      list.actors += named
    }
    return list
  }

  /// What a name is, by its last word, or nil where nothing tells.
  func kind(of span: Range<Int>, in text: FoldedText) -> Responsibility.ActorKind? {
    let bare = withoutBracket(span, in: text)
    // 省(区、市) is whole, 省 alone is none.
    guard bare.count >= 2 || bare.count == 1 && bare.count < span.count else { return nil }
    let span = bare
    if isPerson(span, in: text) { return .person }
    return ending(at: span.upperBound, lower: span.lowerBound, in: text)?.payload
  }

  /// The longest ending of a name at a place, unless a word that only looks like one ends there (社会, 联系, 或者).
  func ending(at end: Int, lower: Int, in text: FoldedText) -> SuffixTable<Responsibility.ActorKind>.Match? {
    guard let match = endings.longestMatch(in: text, endingAt: end, lower: lower) else { return nil }
    guard let lookalike = falseEndings.longestMatch(in: text, endingAt: end, lower: lower) else { return match }
    return lookalike.span.count > match.span.count ? nil : match
  }

  /// Whether nothing stands in a span but marks of redaction (`_`, `xx`, `***`, 某某).
  func isBlank(_ span: Range<Int>, in text: FoldedText) -> Bool {
    span.allSatisfy { Self.blanks.contains(text[$0]) }
  }

  private static let blanks = UnitSet("_x×*□○某 -.…无/\\")

  /// The span up to 等, 等相關部門 and the like, which name nobody.
  func withoutOthers(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    var offset = span.upperBound - 1
    while offset > span.lowerBound, span.upperBound - offset <= 16 {
      if text[offset] == "等", !Self.notAndSoOn.contains(text[offset - 1]), isOthers(offset..<span.upperBound, in: text)
      {
        return span.lowerBound..<offset
      }
      offset -= 1
    }
    return span
  }

  /// Whether a span that begins with 等 names the rest of a list: 等, 等部门, 等单位专家, 等9个部门.
  private func isOthers(_ span: Range<Int>, in text: FoldedText) -> Bool {
    if span.count <= 2 { return true }
    return others.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound + 1) != nil
  }

  /// 高等学校, 初等, 同等: no end of a list.
  private static let notAndSoOn = UnitSet("高初中同平均优上下劣何我你他它此")

  /// The span without marks at its ends; quotation marks go only where they belong to the whole.
  func withoutQuotes(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    var span = text.trimming(span, Trim.punctuation)
    while let first = span.first, let last = span.last, first < last {
      let isWhole = Brackets.closing(of: text[first]).map { $0 == text[last] && text[first].isAny(.quote) } ?? false
      let isStray = text[first].isAny(.quote) && !span.dropFirst().contains { text[$0].isAny(.quote) }
      guard isWhole || isStray else { break }
      span = text.trimming(isWhole ? first + 1..<last : first + 1..<span.upperBound, Trim.punctuation)
    }
    return span
  }

  /// The span without a bracket at its end.
  func withoutBracket(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    guard let last = span.last, text[last] == ")" || text[last] == "]" else { return span }
    let open: FoldUnit = text[last] == ")" ? "(" : "["
    var offset = last
    while offset > span.lowerBound, last - offset < 60 {
      offset -= 1
      if text[offset] == open { return text.trimmingEnd(span.lowerBound..<offset, Trim.spaces) }
    }
    return span
  }

  // MARK: - Words of one piece

  private func actors(ofWords words: [Range<Int>], whole: Range<Int>, in text: FoldedText) -> [Actor] {
    if words.count == 1 { return single(words[0], in: text) }
    // 程爱民 总经济师: the name alone; 副校长王小红 张 伟: two names.
    let persons = words.flatMap { single($0, in: text) }.filter { $0.kind == .person }
    if !persons.isEmpty { return persons }
    // 校长 综理全盘事宜: who, and then what.
    if kind(of: words[0], in: text) != nil, kind(of: words[words.count - 1], in: text) == nil {
      return words.prefix { kind(of: $0, in: text) != nil }.flatMap { single($0, in: text) }
    }
    if words.allSatisfy({ kind(of: $0, in: text) != nil }) { return words.flatMap { single($0, in: text) } }
    return single(whole, in: text)
  }

  private func single(_ span: Range<Int>, in text: FoldedText) -> [Actor] {
    var actors: [Actor] = []
    append(span, to: &actors, in: text)
    return actors
  }

  private func append(_ span: Range<Int>, to actors: inout [Actor], in text: FoldedText) {
    var span = span
    var role: Responsibility.Role?
    let bare = withoutBracket(span, in: text)
    if bare.count < span.count, !bare.isEmpty {
      let inside = bare.upperBound + 1..<span.upperBound - 1
      if !inside.isEmpty,
        let rule = bracketRoles.longestMatch(in: text, at: inside.lowerBound, limit: inside.upperBound),
        rule.span == inside
      {
        role = rule.payload.sense
        span = bare
      } else if isPerson(bare, in: text) {
        span = bare
      }
    }
    if let name = name(in: span, of: text) {
      actors.append(Actor(span: name, kind: .person, role: role))
    } else if span.count < Self.shortestRun {
      actors.append(Actor(span: span, kind: kind(of: span, in: text) ?? .organization, role: role))
    } else {
      for part in runTogether(span, in: text) {
        actors.append(Actor(span: part, kind: kind(of: part, in: text) ?? .organization, role: role))
      }
    }
  }

  /// The name of a person in a span that holds a name, a name before its post or a post before its name.
  private func name(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    if isPerson(span, in: text) { return span }
    guard span.count >= 4, span.count <= 40 else { return nil }
    for length in [3, 2, 4] where length + 2 <= span.count {
      let last = span.upperBound - length..<span.upperBound
      if isPerson(last, in: text), endsTitle(at: last.lowerBound, lower: span.lowerBound, in: text) { return last }
    }
    for length in [3, 2] where length + 2 <= span.count {
      let first = span.lowerBound..<span.lowerBound + length
      let rest = first.upperBound..<span.upperBound
      if isPerson(first, in: text), rest.count <= 12, isPost(rest, in: text) { return first }
    }
    return enclosedName(in: span, of: text)
  }

  /// The name between a unit and a post: 华中科技大学|刘广润|院士.
  private func enclosedName(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    guard let post = endings.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound + 4),
      post.payload == .post, post.span.count >= 2
    else { return nil }
    let end = post.span.lowerBound
    for length in [3, 2] where end - length >= span.lowerBound + 2 {
      let name = end - length..<end
      if isPerson(name, in: text), endsTitle(at: name.lowerBound, lower: span.lowerBound, in: text) { return name }
    }
    return nil
  }

  private func isPost(_ span: Range<Int>, in text: FoldedText) -> Bool {
    guard let match = endings.longestMatch(in: text, endingAt: span.upperBound, lower: span.lowerBound) else {
      return false
    }
    return match.payload == .post && match.span == span
  }

  /// Whether a post (信息处长|车艳霞) or the name of a unit (学务处|林主任) ends right before a name.
  private func endsTitle(at end: Int, lower: Int, in text: FoldedText) -> Bool {
    guard let match = ending(at: end, lower: lower, in: text), !vetoed(at: end, in: text) else { return false }
    return match.span.count >= 2 || match.payload == .organization && end - lower >= 3
  }
}
