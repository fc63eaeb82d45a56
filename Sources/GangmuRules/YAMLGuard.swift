/// Refuses YAML that would cost more than its size, before a parser sees it.
///
/// An alias can stand for a text many times its own length, aliases of aliases for more than memory holds, and a parser that
/// calls itself for each level ends the process on a million brackets. Rules need neither.
enum YAMLGuard {
  static let maximumBytes = 1 << 20
  static let maximumLine = 4096
  static let maximumDepth = 20

  /// What is refused, and where.
  static func failure(in text: String, file: String) -> RuleFailure? {
    if text.utf8.count > maximumBytes {
      return RuleFailure(
        file: file, place: .init(line: 1, column: 1), message: "longer than \(maximumBytes >> 20) MiB: no rule file is")
    }
    var depth = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let scalars = Array(line.unicodeScalars)
      func fail(_ column: Int, _ message: String) -> RuleFailure {
        RuleFailure(file: file, place: .init(line: index + 1, column: column + 1), message: message)
      }
      if scalars.count > maximumLine {
        return fail(maximumLine, "a line of \(scalars.count) characters; a phrase has a few")
      }
      var quote: Unicode.Scalar?
      var nested = 0
      for (column, scalar) in scalars.enumerated() {
        let isStart = column == 0 || [" ", "[", ",", "{", "-"].contains(scalars[column - 1])
        if let open = quote {
          if scalar == open, scalars[column - 1] != "\\" { quote = nil }
          continue
        }
        switch scalar {
        case "\"" where isStart, "'" where isStart: quote = scalar
        case "#" where isStart && column > 0: break
        case "[", "{": depth += 1
        case "]", "}": depth = max(0, depth - 1)
        case "-" where isStart: nested += 1
        case "*" where isStart:
          if column + 1 < scalars.count, scalars[column + 1].properties.isAlphabetic || scalars[column + 1] == "_" {
            return fail(column, "aliases (*name) are not read in rule files")
          }
        default: break
        }
        if depth > maximumDepth || nested > maximumDepth * 4 { return fail(column, "nested too deep") }
      }
    }
    return nil
  }
}
