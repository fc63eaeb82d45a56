/// A converted text that knows where each part of it came from.
public struct AlignedConversion: Sendable, Hashable {
  /// Corresponding spans of a source and its conversion.
  public struct Segment: Sendable, Hashable {
    /// Unicode scalars of the source.
    public let source: Range<Int>
    /// Unicode scalars of the conversion.
    public let output: Range<Int>
  }

  /// The conversion.
  public let text: String
  /// The parts in reading order: together they cover the source and the conversion without gap or overlap. A character is
  /// a part of its own unless it belongs to a phrase that changed its length (软件 → 軟體 is two, 埠 → 端口 one).
  public let segments: [Segment]

  /// The scalars of the source that a span of scalars of the conversion came from.
  public func source(of span: Range<Int>) -> Range<Int> {
    let first = segmentIndex(at: span.lowerBound)
    guard first < segments.count else {
      let end = segments.last?.source.upperBound ?? 0
      return end..<end
    }
    let start = segments[first].source.lowerBound
    guard !span.isEmpty else { return start..<start }
    let last = segmentIndex(at: span.upperBound - 1)
    return start..<segments[min(last, segments.count - 1)].source.upperBound
  }

  /// The first segment whose output ends after `offset`.
  private func segmentIndex(at offset: Int) -> Int {
    segments.partitioningIndex { $0.output.upperBound > offset }
  }
}

extension Converter {
  /// The text converted, with the source of each part. The whole text is held in memory.
  public func align(_ text: String) -> AlignedConversion {
    var output: [UInt8] = []
    var origins: [UnitRun.Origin] = []
    var stream = ConversionStream(self, followsOrigins: true)
    stream.align(Array(text.utf8), into: &output, origins: &origins)
    var segments: [AlignedConversion.Segment] = []
    var index = 0
    while index < origins.count {
      // Two phrases of two steps may overlap in their sources without being the same: their parts are one.
      var (end, upper) = (index + 1, origins[index].end)
      while end < origins.count, origins[end].start < upper {
        upper = max(upper, origins[end].end)
        end += 1
      }
      segments.append(.init(source: origins[index].start..<upper, output: index..<end))
      index = end
    }
    return AlignedConversion(text: String(decoding: output, as: UTF8.self), segments: segments)
  }
}
