extension FoldedText {
  /// A part of a gathered text.
  public enum Piece: Sendable {
    /// Scalars of the text gathered from.
    case span(Range<Int>)
    /// A line end that was not there before.
    case lineEnd
    /// A space that was not there before.
    case space
  }

  /// A text put together from pieces of this one, in the order given, without folding again.
  public func gathering(_ pieces: [Piece]) -> FoldedText {
    var map = SourceMap.Builder(from: sourceMap, capacity: pieces.count)
    var stretches = Stretches(of: self)
    for piece in pieces {
      switch piece {
      case .span(let span):
        map.append(span)
        stretches.append(span)
      case .lineEnd:
        map.appendInserted()
        stretches.append("\n")
      case .space:
        map.appendInserted()
        stretches.append(" ")
      }
    }
    stretches.close()
    return FoldedText(utf8: stretches.bytes(), scalars: stretches.scalars(), sourceMap: map.finish())
  }
}

/// What a gathered text is copied from: as few and as long stretches of the source as can be.
///
/// Mostly the pieces are lines that follow each other in the source too, each with its line end between, so that a whole
/// document is one stretch.
private struct Stretches {
  private struct Stretch {
    /// Where it stands in the source.
    var scalars: Range<Int>
    var bytes: Range<Int>
    /// A mark behind it that is not there in the source. It folds to itself and is one byte.
    var mark: FoldUnit?
  }

  private let source: FoldedText
  private var closed: [Stretch] = []
  /// The stretch that may go on.
  private var open = 0..<0
  private var mark: FoldUnit?

  init(of source: FoldedText) {
    self.source = source
  }

  mutating func append(_ span: Range<Int>) {
    guard !span.isEmpty else { return }
    if goesOn(at: span.lowerBound) {
      open = open.lowerBound..<span.upperBound
      mark = nil
    } else {
      close()
      open = span
    }
  }

  mutating func append(_ inserted: FoldUnit) {
    if mark != nil { close() }
    mark = inserted
  }

  /// Whether the open stretch, with the mark behind it, stands before an offset of the source, byte for byte.
  private func goesOn(at offset: Int) -> Bool {
    guard let mark else { return offset == open.upperBound }
    return offset == open.upperBound + 1 && source[open.upperBound] == mark
      && source.utf8[source.utf8Offset(open.upperBound)] == UInt8(truncatingIfNeeded: mark.rawValue)
  }

  /// Ends the open stretch. The next one may go on right behind it.
  mutating func close() {
    guard !open.isEmpty || mark != nil else { return }
    closed.append(Stretch(scalars: open, bytes: source.utf8Range(open), mark: mark))
    open = open.upperBound..<open.upperBound
    mark = nil
  }

  /// The UTF-8 of all stretches.
  func bytes() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: length(\.bytes)) { output, written in
      written = copy(source.utf8, \.bytes, into: output) { UInt8(truncatingIfNeeded: $0.rawValue) }
    }
  }

  /// What is known of the scalars of all stretches.
  func scalars() -> FoldedScalars {
    FoldedScalars(capacity: length(\.scalars)) { units, traits, index in
      for stretch in closed {
        index.append(stretch.scalars, of: source.content.index)
        if stretch.mark != nil { index.append(width: 1, count: 1) }
      }
      _ = copy(source.content.traits, \.scalars, into: traits) { ScriptTraits.table.inText(UInt32($0.rawValue)) }
      return copy(source.units, \.scalars, into: units) { $0 }
    }
  }

  private func length(_ range: (Stretch) -> Range<Int>) -> Int {
    closed.reduce(0) { $0 + range($1).count + ($1.mark == nil ? 0 : 1) }
  }

  /// Copies the stretches of an array, and what stands for their marks; gives back how many elements there are.
  private func copy<Element: BitwiseCopyable>(
    _ elements: [Element], _ range: (Stretch) -> Range<Int>, into output: UnsafeMutableBufferPointer<Element>,
    _ marked: (FoldUnit) -> Element
  ) -> Int {
    elements.withUnsafeBufferPointer { elements in
      var written = 0
      for stretch in closed {
        written = output[written...].initialize(fromContentsOf: elements[range(stretch)])
        guard let mark = stretch.mark else { continue }
        output.initializeElement(at: written, to: marked(mark))
        written += 1
      }
      return written
    }
  }
}
