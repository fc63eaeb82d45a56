import HanText

/// What a segmentation pays for a character by itself: one cost for each of the Basic Multilingual Plane.
enum WordCosts {
  static var table: [UInt8] {
    var table = [UInt8](repeating: 60, count: 0x10000)
    for code in Array(0x3400...0x9FFF) + Array(0xF900...0xFAFF) { table[code] = UInt8(WordCost.content) }
    for (cost, characters) in classes {
      for scalar in characters.unicodeScalars where scalar.value < 0x10000 { table[Int(scalar.value)] = cost }
    }
    return table
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
