/// A character set that Chinese pages are written in.
enum CharacterSet: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// Holds GB2312 and GBK, whose labels mean it (WHATWG Encoding, section 4.2).
  case gb18030
  /// With the Hong Kong supplement and the additions of ETEN, as the WHATWG index has it.
  case big5
  /// No WHATWG encoding: pages of Taiwanese Unix machines.
  case eucTW = "euc-tw"
  /// GB2312 in seven bits between `~{` and `~}` (RFC 1843), as newsgroups and mails had it.
  case hz = "hz-gb-2312"
  case utf16LE = "utf-16le"
  case utf16BE = "utf-16be"

  /// The name in records: that of WHATWG where it has one.
  var name: String { rawValue }

  /// What a label in a header or a `meta` means, or nil where it means none of these.
  ///
  /// - Parameter label: In lower case.
  init?(label: String) {
    guard let set = Self.byLabel[label] else { return nil }
    self = set
  }

  /// Whether a label is known to mean a set of another language. (Labels of Latin-1 are defaults of servers: they say nothing.)
  static func isForeign(_ label: String) -> Bool {
    ["shift_jis", "shift-jis", "sjis", "euc-jp", "iso-2022-jp", "euc-kr", "ks_c_5601-1987", "iso-2022-kr", "koi8-r"]
      .contains(label) || label.hasPrefix("windows-125") && label != "windows-1252"
  }

  private static let byLabel: [String: CharacterSet] = {
    let labels: [(CharacterSet, String)] = [
      (.utf8, "utf-8 utf8 unicode-1-1-utf-8 us-ascii ascii utf-8-sig"),
      (
        .gb18030,
        "gb18030 gbk gb2312 gb_2312-80 gb_2312 gb2312-80 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 cp936 ms936 euc-cn"
      ),
      (.big5, "big5 big5-hkscs big-5 cn-big5 csbig5 x-x-big5 cp950 ms950 big5-eten"),
      (.eucTW, "euc-tw x-euc-tw euctw cns11643"),
      (.hz, "hz hz-gb-2312 hz-gb2312"),
      (.utf16LE, "utf-16 utf-16le unicode ucs-2 csunicode"),
      (.utf16BE, "utf-16be unicodefffe"),
    ]
    return Dictionary(
      labels.flatMap { set, names in names.split(separator: " ").map { (String($0), set) } }, uniquingKeysWith: { $1 })
  }()
}
