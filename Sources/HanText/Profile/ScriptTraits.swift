/// What a character says of the script that it stands in, and what may be doubted of it.
package struct ScriptTraits: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Only Traditional text uses it: it is not among its own Simplified forms.
  package static let traditional = ScriptTraits(rawValue: 1 << 0)
  /// Only Simplified text uses it: it is not among its own Traditional forms.
  package static let simplified = ScriptTraits(rawValue: 1 << 1)
  /// It is one of several Traditional forms of one Simplified character that are not variants of each other, or Simplified
  /// and nothing else: a conversion may have written it wrongly.
  package static let hasOtherForms = ScriptTraits(rawValue: 1 << 2)
  /// It is Simplified and nothing else: in Traditional text, one that a conversion left over.
  package static let leftOver = ScriptTraits(rawValue: 1 << 3)
  /// Taiwan writes another form than OpenCC's standard, and it is one of the two (裡 and 裏).
  package static let regional = ScriptTraits(rawValue: 1 << 4)
  /// No phrase runs on behind it.
  package static let sentenceEnd = ScriptTraits(rawValue: 1 << 5)
  /// Some phrase has a character in its place that is no other form of it (坐 in 坐標, where the dictionaries write 座).
  package static let replaced = ScriptTraits(rawValue: 1 << 6)

  /// One for each scalar of the Basic Multilingual Plane.
  static let table = CompiledTables.embedded.array(.traits, 0, of: ScriptTraits.self)

  /// The traits of a scalar. Loops that ask often keep the table.
  static func of(_ scalar: UInt32) -> ScriptTraits { table.of(scalar) }
}

extension CompiledArray<ScriptTraits> {
  /// The traits of a scalar. What stands beyond the plane may be written otherwise.
  @inline(__always)
  func of(_ scalar: UInt32) -> ScriptTraits {
    scalar < 0x10000 ? self[Int(scalar)] : [.hasOtherForms, .replaced]
  }

  /// The traits of a scalar where it stands in a text. Those of one byte or two in UTF-8 say nothing of the script.
  @inline(__always)
  func inText(_ scalar: UInt32) -> ScriptTraits {
    if scalar < 0x80 { return of(ascii: Int(scalar)) }
    if scalar < 0x800 { return [] }
    return scalar < 0x10000 ? self[Int(scalar)] : .hasOtherForms
  }

  /// The traits of a character of ASCII where it stands in a text.
  @inline(__always)
  func of(ascii character: Int) -> ScriptTraits {
    self[character].intersection(.sentenceEnd)
  }
}
