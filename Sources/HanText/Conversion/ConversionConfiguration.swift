/// A conversion by OpenCC's name for it: which script and regional standard a text is in, and which it is to be in.
public enum ConversionConfiguration: String, Sendable, Hashable, CaseIterable {
  /// Simplified to Traditional, OpenCC's standard.
  case s2t
  /// Traditional, OpenCC's standard, to Simplified.
  case t2s
  /// Simplified to Taiwan's standard.
  case s2tw
  /// Taiwan's standard to Simplified.
  case tw2s
  /// Simplified to Taiwan's standard and vocabulary.
  case s2twp
  /// Taiwan's standard and vocabulary to Simplified with the mainland's vocabulary.
  case tw2sp
  /// Simplified to Hong Kong's standard.
  case s2hk
  /// Hong Kong's standard to Simplified.
  case hk2s
  /// Simplified to Hong Kong's standard and vocabulary.
  case s2hkp
  /// Hong Kong's standard and vocabulary to Simplified with the mainland's vocabulary.
  case hk2sp
  /// Traditional, OpenCC's standard, to Taiwan's.
  case t2tw
  /// Taiwan's standard to OpenCC's.
  case tw2t
  /// Traditional, OpenCC's standard, to Hong Kong's.
  case t2hk
  /// Hong Kong's standard to OpenCC's.
  case hk2t
}

/// How a sentence is cut into phrases.
public enum SegmentationPolicy: Sendable, Hashable {
  /// The phrases that together explain the sentence best, from OpenCC's dictionaries and the project's own supplement:
  /// 特|制定, not 特制|定.
  case best
  /// From left to right the longest phrase of OpenCC's dictionaries: the same output as OpenCC, its mistakes too.
  case longestMatch
}
