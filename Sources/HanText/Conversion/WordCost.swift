/// What a segmentation pays for the words that it takes: the sum over a sentence is to be least.
///
/// OpenCC's dictionaries hold no frequencies, so the costs stand for what is known of Chinese segmentation without them:
/// few words are better than many, words of like length better than a long one and a left-over character (the rules of
/// MMSEG), and a character that is left over is likelier a function word (的, 在, 不) than half of a broken word.
struct WordCost: @unchecked Sendable {
  static let shared = WordCost()

  /// A phrase of the dictionaries, by its number of scalars: a little dearer for each more.
  @inline(__always)
  static func phrase(count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: 96 &+ 4 &* count)
  }

  /// A character by itself.
  @inline(__always)
  func standalone(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? UInt32(table[Int(scalar)]) : Self.content
  }

  private static let content: UInt32 = 110

  /// One cost for each character of the Basic Multilingual Plane. Lives as long as the process.
  private let table: UnsafeMutablePointer<UInt8>

  private init() {
    table = .allocate(capacity: 0x10000)
    table.initialize(repeating: 60, count: 0x10000)
    for code in Array(0x3400...0x9FFF) + Array(0xF900...0xFAFF) { table[code] = UInt8(Self.content) }
    for (cost, characters) in Self.classes {
      for scalar in characters.unicodeScalars where scalar.value < 0x10000 { table[Int(scalar.value)] = cost }
    }
  }

  /// Characters that are often words by themselves, in both scripts.
  private static let classes: [(UInt8, String)] = [
    // Particles, prepositions, conjunctions, negation, copula, pronouns.
    (
      60,
      "的地得了着著过過吗嗎呢吧啊在是不没沒有和与與及或并並而且但若如因为為所以于於从從自由被把将將对對向到给給让讓使就都也还還又再很更最太"
        + "这這那其之此该該每各某我你他她它们們您咱谁誰者等"
    ),
    // Numerals, measure words that attach to any, common verbs and directions.
    (
      80,
      "一二三四五六七八九十百千万萬亿億两兩几幾多少第个個只隻种種次位名件条條年月日时時分秒号號上下中内內外前后後里裡裏间間来來去出入"
        + "能会會可要应應须須需必说說看做用想请請吃喝写寫买買卖賣打拿放住走特尚仍已曾正刚剛才便即则則却卻只均皆共同不未无無非莫勿别別"
    ),
  ]
}
