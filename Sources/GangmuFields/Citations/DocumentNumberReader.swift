import HanText

/// Reads document numbers (發文字號) backwards from their 號: 中網辦發文〔20__〕2號, 國發[2014]61號, 雲府社老字第1120008765號函,
/// 国务院令第588号.
struct DocumentNumberReader: Sendable {
  private let functionWords = SuffixTable(
    """
    按照 根据 依据 依照 遵照 参照 和 及 与 的 在 以 由 见 据 对 对于 按 经 转发 下发 印发 发布 发了 了 为 至 以下 执行 贯彻 落实 收到 来文 关于 附 \
    因 将 文件 同时 废止 如 即 是 并 从 向 后 依 奉 复 贵府 贵局 本府 本局 本部 贵部 大部 钧部 省 年 月 日
    """.words.filter { $0 != "省" })
  private static let maximumPrefix = 16

  /// The number whose 號 stands at `sign`, not before `lower`, with a 函 or 令 behind it before `upper`.
  func number(at sign: Int, lower: Int, upper: Int, in text: FoldedText) -> Range<Int>? {
    guard sign > lower + 3 else { return nil }
    var offset = text.trimmingEnd(max(lower, sign - 2)..<sign, Trim.spaces).upperBound
    let digits = offset
    while offset > lower, sign - offset < 16, isDigit(text[offset - 1]) { offset -= 1 }
    guard offset < digits, offset > lower else { return nil }
    let hasOrdinal = text[offset - 1] == "第"
    if hasOrdinal { offset -= 1 }
    guard offset > lower else { return nil }
    if text[offset - 1] == " ", offset - 2 > lower { offset -= 1 }
    var end = sign + 1
    if let start = bracketed(endingAt: offset, lower: lower, in: text) {
      return start..<end
    }
    // 字第…号, 令第…号
    guard hasOrdinal, offset > lower, text[offset - 1] == "字" || text[offset - 1] == "令" else { return nil }
    guard let start = prefix(endingAt: offset, lower: lower, in: text), offset - start >= 2 else { return nil }
    if end < upper, text[end] == "函" || text[end] == "令", text.unit(at: end + 1) != "颁" { end += 1 }
    return start..<end
  }

  /// Where a number begins whose year stands in a bracket that ends at `end`.
  private func bracketed(endingAt end: Int, lower: Int, in text: FoldedText) -> Int? {
    guard end > lower else { return nil }
    let open: FoldUnit
    switch text[end - 1] {
    case "〕": open = "〔"
    case "]": open = "["
    case ")": open = "("
    case "】": open = "【"
    case "〉": open = "〈"
    case "》": open = "《"
    default: return nil
    }
    var offset = end - 1
    while offset > lower, end - offset <= 8, isYear(text[offset - 1]) { offset -= 1 }
    guard offset > lower, end - 1 - offset >= 2, text[offset - 1] == open else { return nil }
    guard let start = prefix(endingAt: offset - 1, lower: lower, in: text), offset - 1 - start >= 1 else { return nil }
    return start
  }

  /// Where the issuer's sign before a number begins.
  private func prefix(endingAt end: Int, lower: Int, in text: FoldedText) -> Int? {
    var offset = end
    while offset > lower, end - offset < Self.maximumPrefix {
      let unit = text[offset - 1]
      if unit == ")" {
        // 臺教學(二)字第…
        guard offset - 3 > lower, text[offset - 3] == "(" else { break }
        offset -= 3
        continue
      }
      guard unit.isAny([.han, .latin]), unit != "号", unit != "第" else { break }
      if offset < end, functionWords.longestMatch(in: text, endingAt: offset, lower: lower) != nil { break }
      offset -= 1
    }
    return offset < end ? offset : nil
  }

  private func isDigit(_ unit: FoldUnit) -> Bool {
    unit.isAny([.digit, .hanDigit, .redaction, .hanMultiplier]) || unit == "x"
  }

  private func isYear(_ unit: FoldUnit) -> Bool {
    unit.isAny([.digit, .hanDigit, .redaction]) || unit == "x" || unit == "年"
  }
}
