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

/// Tells actors from other words, and lists of them apart.
final class ActorReader: Sendable {
  /// The endings of names, whatever word they may be part of: for titles and posts, which are known by what stands before them.
  /// All others ask `ending(at:lower:in:)`, which looks out for words that only look like one.
  let endings: SuffixTable<Responsibility.ActorKind>
  let vetoes: PhraseTable<Bool>
  /// The same endings, and with nil the words that only look like one (社会, 联系, 或者).
  private let trueOrFalseEndings: SuffixTable<Responsibility.ActorKind?>
  let predicates: PhraseTable<Bool>
  let bracketRoles: PhraseTable<RuleMark<Responsibility.Role>>
  let surnames: PhraseTable<Bool>
  private let others = SuffixTable(ActorWords.others)

  init(lexicon: FieldLexicon) {
    let kinds = lexicon.actors.entries().map { ($0.0, $0.1.sense) }
    endings = SuffixTable(kinds)
    trueOrFalseEndings = SuffixTable(
      kinds.map { ($0.0, Optional($0.1)) } + ActorWords.falseEndings.map { ($0, nil) })
    vetoes = PhraseTable(ActorWords.vetoes)
    predicates = PhraseTable(DutyWords.predicates)
    bracketRoles = PhraseTable(DutyWords.bracketRoles.entries())
    surnames = PhraseTable(ActorWords.surnames)
  }

  /// The actors in a span that is nothing but a list of them.
  func actors(in span: Range<Int>, of text: FoldedText) -> [Actor] {
    var actors: [Actor] = []
    read(span, of: text, into: &actors)
    return actors
  }

  /// Reads the actors in a span that is nothing but a list of them in place of others, whose memory they take over.
  func read(_ span: Range<Int>, of text: FoldedText, into actors: inout [Actor]) {
    actors.removeAll(keepingCapacity: true)
    let list = withoutOthers(withoutQuotes(span, in: text), in: text)
    var afterTitled = false
    if isOnePiece(list, in: text) {
      append(piece: withoutQuotes(list, in: text), to: &actors, &afterTitled, in: text)
    } else {
      let pieces = pieces(of: list, in: text)
      actors.reserveCapacity(pieces.count)
      for piece in pieces { append(piece: withoutQuotes(piece, in: text), to: &actors, &afterTitled, in: text) }
    }
  }

  /// Appends the actors of a member of a list. `afterTitled` tells whether the one before was a person with a title.
  private func append(piece: Range<Int>, to actors: inout [Actor], _ afterTitled: inout Bool, in text: FoldedText) {
    if piece.isEmpty || isBlank(piece, in: text) { return }
    if text.firstIndex(of: " ", in: piece) == nil {
      if afterTitled, !isPerson(piece, in: text) { return }
      afterTitled = false
      append(piece, to: &actors, in: text)
      return
    }
    let words = words(of: piece, in: text)
    // 王晓晖 中央宣传部副部长、中央政研室副主任: what follows a person with a title is a second title.
    if afterTitled, words.count == 1, !isPerson(words[0], in: text) { return }
    let named = self.actors(ofWords: words, whole: piece, in: text)
    afterTitled = words.count > 1 && named.contains { $0.kind == .person }
    actors += named
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
  @inline(__always)
  func ending(at end: Int, lower: Int, in text: FoldedText) -> SuffixTable<Responsibility.ActorKind>.Match? {
    guard let found = trueOrFalseEndings.longest(in: text, endingAt: end, lower: lower),
      let kind = trueOrFalseEndings[found.phrase]
    else { return nil }
    return .init(span: found.start..<end, payload: kind)
  }

  /// Whether nothing stands in a span but marks of redaction (`_`, `xx`, `***`, 某某).
  func isBlank(_ span: Range<Int>, in text: FoldedText) -> Bool {
    span.allSatisfy { Self.blanks.contains(text[$0]) }
  }

  private static let blanks = UnitSet("_x×*□○某 -.…无/\\")

  /// The span up to 等, 等相關部門 and the like, which name nobody.
  func withoutOthers(_ span: Range<Int>, in text: FoldedText) -> Range<Int> {
    var end = span.upperBound
    let floor = max(span.lowerBound + 1, span.upperBound - 16)
    while let offset = text.lastIndex(of: "等", in: floor..<max(floor, end)) {
      if !Self.notAndSoOn.contains(text[offset - 1]), isOthers(offset..<span.upperBound, in: text) {
        return span.lowerBound..<offset
      }
      end = offset
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
      forEachName(runTogetherIn: span, in: text) { name in
        actors.append(Actor(span: name, kind: kind(of: name, in: text) ?? .organization, role: role))
      }
    }
  }

  /// The name of a person in a span that holds a name, a name before its post or a post before its name.
  private func name(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    if isPerson(span, in: text) { return span }
    guard span.count >= 4, span.count <= 40 else { return nil }
    if let name = nameAtEnd(of: span, 3, in: text) ?? nameAtEnd(of: span, 2, in: text)
      ?? nameAtEnd(of: span, 4, in: text) ?? nameAtStart(of: span, 3, in: text) ?? nameAtStart(of: span, 2, in: text)
    {
      return name
    }
    return enclosedName(in: span, of: text)
  }

  /// The name in so many characters at the end of a span, behind a title.
  private func nameAtEnd(of span: Range<Int>, _ length: Int, in text: FoldedText) -> Range<Int>? {
    let name = span.upperBound - length..<span.upperBound
    return name.lowerBound >= span.lowerBound + 2 && isPerson(name, in: text)
      && endsTitle(at: name.lowerBound, lower: span.lowerBound, in: text) ? name : nil
  }

  /// The name in so many characters at the start of a span, before a post.
  private func nameAtStart(of span: Range<Int>, _ length: Int, in text: FoldedText) -> Range<Int>? {
    let name = span.lowerBound..<span.lowerBound + length
    guard name.upperBound + 2 <= span.upperBound, span.upperBound - name.upperBound <= 12, isPerson(name, in: text),
      isPost(name.upperBound..<span.upperBound, in: text)
    else { return nil }
    return name
  }

  /// The name between a unit and a post: 华中科技大学|刘广润|院士.
  private func enclosedName(in span: Range<Int>, of text: FoldedText) -> Range<Int>? {
    guard let post = endings.longest(in: text, endingAt: span.upperBound, lower: span.lowerBound + 4),
      endings[post.phrase] == .post, span.upperBound - post.start >= 2
    else { return nil }
    let before = span.lowerBound..<post.start
    return nameAtEnd(of: before, 3, in: text) ?? nameAtEnd(of: before, 2, in: text)
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
