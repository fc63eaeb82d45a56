/// Converts Chinese text between scripts and regional standards with OpenCC's dictionaries.
///
///     Converter(.s2twp).convert("软件里的面条")     // 軟體裡的麵條
///
/// A value of this type is cheap: the dictionaries are read at the first use of a configuration and shared by all.
public struct Converter: Sendable {
  /// What is converted to what.
  public let configuration: ConversionConfiguration
  /// How sentences are cut into phrases.
  public let policy: SegmentationPolicy

  let segmenter: Segmenter
  let stages: [ConversionStage]
  /// Where the dictionaries are needed, for the conversions that know it.
  let zones: ConversionZones?

  /// Makes a converter. With `.longestMatch` its output is OpenCC's.
  public init(_ configuration: ConversionConfiguration, policy: SegmentationPolicy = .best) {
    self.configuration = configuration
    self.policy = policy
    func fromSimplified(_ stages: [ConversionStage]) -> (Segmenter, [ConversionStage]) {
      (
        Segmenter(
          phrases: policy == .best ? .stBest : .stPhrases, characters: .stCharacters, policy: policy,
          marksSegments: !stages.isEmpty), stages
      )
    }
    /// The segments of Traditional text are those of OpenCC's phrases from Traditional to Simplified.
    func fromTraditional(_ stage: ConversionStage) -> (Segmenter, [ConversionStage]) {
      (
        Segmenter(phrases: .tsPhrases, characters: nil, policy: policy, marksSegments: true), [stage, .toSimplified]
      )
    }
    func alone(_ phrases: PhraseIndex, _ characters: CharacterMap) -> (Segmenter, [ConversionStage]) {
      (Segmenter(phrases: phrases, characters: characters, policy: policy, marksSegments: false), [])
    }
    zones = policy == .best ? ConversionZones.of(configuration) : nil
    (segmenter, stages) =
      switch configuration {
      case .s2t: fromSimplified([])
      case .s2tw: fromSimplified([.toTaiwan])
      case .s2twp: fromSimplified([.toTaiwanWithPhrases])
      case .s2hk: fromSimplified([.toHongKong])
      case .s2hkp: fromSimplified([.toHongKongWithPhrases])
      case .t2s: alone(.tsPhrases, .tsCharacters)
      case .tw2s: fromTraditional(.fromTaiwan)
      case .tw2sp: fromTraditional(.fromTaiwanWithPhrases)
      case .hk2s: fromTraditional(.fromHongKong)
      case .hk2sp: fromTraditional(.fromHongKongWithPhrases)
      case .t2tw: alone(.twVariantsPhrases, .twVariants)
      case .tw2t: alone(.twVariantsRevPhrases, .twVariantsRev)
      case .t2hk: alone(.hkVariantsPhrases, .hkVariants)
      case .hk2t: alone(.hkVariantsRevPhrases, .hkVariantsRev)
      }
  }

  /// The text converted.
  public func convert(_ text: String) -> String {
    String(decoding: convert(utf8: Array(text.utf8)), as: UTF8.self)
  }

  /// The text converted, UTF-8 to UTF-8. Bytes that are no UTF-8 are handed on as they are.
  public func convert(utf8 bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { convert(utf8: $0) }
  }

  func convert(utf8 bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 16)
    var stream = ConversionStream(self, followsOrigins: false, expecting: bytes.count)
    stream.write(bytes, into: &output)
    stream.finish(into: &output)
    return output
  }

  /// A conversion of a text that comes in pieces.
  public func stream() -> ConversionStream {
    ConversionStream(self, followsOrigins: false)
  }
}
