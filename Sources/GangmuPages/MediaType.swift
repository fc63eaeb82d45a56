/// A media type as a source gives it: `text/html; charset=gb2312`.
struct MediaType {
  /// Type and subtype, in lower case.
  let essence: String
  /// The character set that it names, in lower case.
  let charset: String?

  init(_ value: String) {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    essence = Self.trimmed(parts.first ?? "")
    charset = parts.dropFirst().lazy
      .map(Self.trimmed)
      .first { $0.hasPrefix("charset=") }
      .map { String($0.dropFirst("charset=".count).filter { $0 != "\"" && $0 != "'" }) }
  }

  /// Whether it says anything that the bytes cannot say better. Scrapers write `application/octet-stream` for all.
  var format: PageFormat? {
    switch essence {
    case "text/html", "application/xhtml+xml": .html
    case "text/plain": .plainText
    default: nil
    }
  }

  private static func trimmed(_ part: Substring) -> String {
    String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()).lowercased()
  }
}
