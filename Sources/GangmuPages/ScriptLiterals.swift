/// The strings of a script that hold Chinese, without a grammar of JavaScript: whatever stands between two quotes alike.
///
/// What a backslash escapes is passed over between strings as well as in them. So where the end of a string is looked for
/// in vain, no other string of that quote begins before the end of the line (of the script, for a template), and the
/// search is linear.
struct ScriptLiterals {
  /// A string.
  struct Literal {
    /// What stands before its colon or equals sign.
    var key: [UInt8]
    /// Its value, without escapes.
    var value: [UInt8]
    /// How many Han characters it has, if it has sentences.
    var score: Int
  }

  private(set) var found: [Literal] = []

  /// Strings of fewer bytes are names and labels.
  private static let shortest = 60

  init(_ script: Slice<UnsafeBufferPointer<UInt8>>) {
    var offset = script.startIndex
    var key = 0..<0
    while offset < script.endIndex {
      let byte = script[offset]
      if byte == UInt8(ascii: "\\") {
        offset += 2
        continue
      }
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      guard let end = Self.end(of: byte, in: script, from: offset + 1) else {
        offset += 1
        continue
      }
      let span = offset + 1..<end
      if span.count >= Self.shortest {
        let value = Self.unescaped(script[span])
        let score = Self.score(value)
        if score > 0 { found.append(Literal(key: Array(script[key]), value: value, score: score)) }
      } else {
        key = span
      }
      offset = end + 1
    }
  }

  /// The closing quote of a string; nil where the line ends before, which only a template may go over.
  private static func end(of quote: UInt8, in script: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Int? {
    var offset = start
    while offset < script.endIndex {
      let byte = script[offset]
      if byte == quote { return offset }
      if byte == UInt8(ascii: "\n"), quote != UInt8(ascii: "`") { return nil }
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The Han characters of a text that has sentences, else 0.
  private static func score(_ value: [UInt8]) -> Int {
    var han = 0
    var marks = 0
    for index in value.indices {
      if (0xE4...0xE9).contains(value[index]) {
        han += 1
      } else if value[index] == 0xEF || value[index] == 0xE3 {
        marks += 1
      }
    }
    return marks >= 2 && han >= 20 ? han : 0
  }

  /// A string's value by the rules of JSON and JavaScript (ECMA-262, section 12.9.4).
  private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      offset += 1
      guard byte == UInt8(ascii: "\\"), offset < bytes.endIndex else {
        result.append(byte)
        continue
      }
      let escape = bytes[offset]
      offset += 1
      switch escape {
      case UInt8(ascii: "n"), UInt8(ascii: "r"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "u"), UInt8(ascii: "x"):
        let width = escape == UInt8(ascii: "u") ? 4 : 2
        guard var code = hexadecimal(bytes, offset, width) else { break }
        offset += width
        // The second half of a surrogate pair.
        if code & 0xFC00 == 0xD800, let low = hexadecimal(bytes, offset + 2, 4), low & 0xFC00 == 0xDC00 {
          code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
          offset += 6
        }
        result += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
      default: result.append(escape)
      }
    }
    return result
  }

  private static func hexadecimal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int, _ width: Int) -> UInt32? {
    guard start + width <= bytes.endIndex else { return nil }
    return UInt32(String(decoding: bytes[start..<start + width], as: UTF8.self), radix: 16)
  }
}
