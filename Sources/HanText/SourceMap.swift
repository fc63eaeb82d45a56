/// Where the scalars of a text stood in the text that it was made from.
///
/// A text that was put together from pieces of another (`FoldedText.gathering`) knows where each piece came from; a text
/// made from pieces of that one knows where they stood in the first.
public struct SourceMap: Sendable, Hashable {
  /// A stretch of scalars that stood together in the source.
  public struct Segment: Sendable, Hashable {
    /// Where it begins in the text.
    public let offset: Int
    /// Where it began in the source.
    public let source: Int
    /// How many scalars it has.
    public let count: Int
  }

  /// The stretches, in the order of the text; empty where the text is its own source. Scalars between them (line ends, a
  /// space between joined lines) stood nowhere.
  public let segments: [Segment]

  /// A text that is its own source.
  public static let identity = SourceMap(segments: [])

  fileprivate init(segments: [Segment]) {
    self.segments = segments
  }

  fileprivate func firstSegment(endingAfter offset: Int) -> Int {
    segments.partitioningIndex { $0.offset + $0.count > offset }
  }

  /// Where a scalar of the text stood in the source, or nil where it stood nowhere.
  public func source(of offset: Int) -> Int? {
    guard !segments.isEmpty else { return offset }
    let index = firstSegment(endingAfter: offset)
    guard index < segments.count, segments[index].offset <= offset else { return nil }
    return segments[index].source + offset - segments[index].offset
  }

  /// Where in the text a scalar of the source stands, or the place behind the last scalar before it.
  ///
  /// The source must come in rising order, as it does where a text was only cut and cleaned.
  public func offset(ofSource source: Int) -> Int {
    guard !segments.isEmpty else { return source }
    guard let index = lastSegment(beginningBefore: source + 1) else { return 0 }
    return segments[index].offset + min(source - segments[index].source, segments[index].count)
  }

  /// Whether the scalar before a place of the source is in the text.
  public func surrounds(_ source: Int) -> Bool {
    guard !segments.isEmpty else { return true }
    guard let index = lastSegment(beginningBefore: source) else { return false }
    return source <= segments[index].source + segments[index].count
  }

  private func lastSegment(beginningBefore source: Int) -> Int? {
    let next = segments.partitioningIndex { $0.source >= source }
    return next > 0 ? next - 1 : nil
  }
}

extension SourceMap {
  /// Puts the map of a text together that is gathered from pieces of another one.
  struct Builder {
    /// The map of the other text.
    private let other: SourceMap
    /// The segment of it where the last piece began: pieces mostly come in its order.
    private var place = 0
    private var segments: [Segment] = []
    /// The last segment, which may go on.
    private var open = Segment(offset: 0, source: 0, count: 0)
    private var length = 0

    /// Begins the map of a text of about so many pieces of a text with another map.
    init(from other: SourceMap, capacity: Int) {
      self.other = other
      segments.reserveCapacity(capacity)
    }

    /// Adds a piece of the other text at the end.
    mutating func append(_ span: Range<Int>) {
      guard !other.segments.isEmpty else {
        add(source: span.lowerBound, count: span.count)
        return
      }
      var index = firstSegment(endingAfter: span.lowerBound)
      var offset = span.lowerBound
      while offset < span.upperBound {
        guard index < other.segments.count, other.segments[index].offset < span.upperBound else {
          length += span.upperBound - offset
          return
        }
        let segment = other.segments[index]
        length += max(0, segment.offset - offset)
        offset = max(offset, segment.offset)
        let end = min(segment.offset + segment.count, span.upperBound)
        add(source: segment.source + offset - segment.offset, count: end - offset)
        offset = end
        index += 1
      }
    }

    /// Adds a scalar that stood nowhere.
    mutating func appendInserted() {
      length += 1
    }

    /// The map.
    consuming func finish() -> SourceMap {
      close()
      return SourceMap(segments: segments)
    }

    private mutating func add(source: Int, count: Int) {
      guard count > 0 else { return }
      if open.offset + open.count == length, open.source + open.count == source {
        open = Segment(offset: open.offset, source: open.source, count: open.count + count)
      } else {
        close()
        open = Segment(offset: length, source: source, count: count)
      }
      length += count
    }

    private mutating func close() {
      if open.count > 0 { segments.append(open) }
    }

    /// The first segment of the other map that ends behind an offset. It is looked for near the one found last, then anywhere.
    private mutating func firstSegment(endingAfter offset: Int) -> Int {
      let near = min(place + 4, other.segments.count)
      if other.segments[place].offset <= offset {
        while place < near, other.segments[place].offset + other.segments[place].count <= offset { place += 1 }
        if place < near { return place }
      }
      let first = other.firstSegment(endingAfter: offset)
      place = min(first, other.segments.count - 1)
      return first
    }
  }
}
