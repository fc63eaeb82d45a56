/// Where a page comes from, as its name tells: what many pages have in common.
enum PagePlace {
  /// The host of an address; the file of a line of JSON Lines (`crawl.jsonl` of `crawl.jsonl#12`); the folder of a path. Of a
  /// name that has none of them, as an id in JSON Lines, its form: `doc-*` of `doc-017`, `*.txt` of `计划.txt`.
  static func place(of uri: String) -> String {
    if let scheme = uri.firstRange(of: "://") { return String(uri[scheme.upperBound...].prefix { $0 != "/" }) }
    if let mark = uri.lastIndex(of: "#"), mark > uri.startIndex, case let line = uri[mark...].dropFirst(),
      !line.isEmpty,
      line.allSatisfy(isDigit)
    {
      return String(uri[..<mark])
    }
    guard let slash = uri.lastIndex(of: "/") else { return form(of: uri[...]) }
    return String(uri[..<slash])
  }

  /// The letters at the beginning of a name, where digits follow them, and its ending.
  private static func form(of name: Substring) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let letters = name[..<dot].prefix { isLetter($0) || "-_.".contains($0) }
    let stem = letters.endIndex < dot && isDigit(name[letters.endIndex]) ? letters : ""
    return "\(stem)*\(name[dot...])"
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }

  private static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }
}
