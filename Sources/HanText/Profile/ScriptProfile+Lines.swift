extension ScriptProfile {
  /// The profile of each line of a text, with the line's span of Unicode scalars, without its line end. Empty lines are left
  /// out.
  public static func lines(of text: FoldedText) -> [(span: Range<Int>, profile: ScriptProfile)] {
    var lines: [(Range<Int>, ScriptProfile)] = []
    var start = 0
    while start < text.count {
      let end = text.units[start...].firstIndex(of: "\n") ?? text.count
      if end > start {
        lines.append((start..<end, ScriptProfile(of: text, within: start..<end)))
      }
      start = end + 1
    }
    return lines
  }
}
