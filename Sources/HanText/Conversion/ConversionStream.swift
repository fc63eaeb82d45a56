/// A conversion of a text that comes in pieces of any size, cut anywhere, even within a character: the output is the same as
/// for the whole. Memory is bounded whatever the length of the text or its lines.
public struct ConversionStream: ~Copyable {
  private let segmenter: Segmenter
  private let stages: [ConversionStage]
  private let zones: ConversionZones?
  private var decoder = ScalarDecoder()
  private var lattice = Segmenter.Lattice()
  private var places = FlatBuffer<Int32>()
  private var stagePlaces = FlatBuffer<Int32>()
  private var startsSegment = true
  private var source: UnitRun
  private var segmented: UnitRun
  private var between: UnitRun
  private var converted: UnitRun
  /// The zone under conversion.
  private var zone: UnitRun
  private var encoded: FlatBuffer<UInt8>

  /// Small enough for the runs of a piece to leave room in the caches for the dictionaries.
  private static let pieceBytes = 1 << 13

  /// The bytes so far that were no UTF-8. They are handed on as they are.
  public var invalid: InvalidUTF8 { decoder.invalid }

  /// `byteCount` is how long the text will be, where that is known: a line needs less memory than a file.
  init(_ converter: Converter, followsOrigins: Bool, expecting byteCount: Int = .max) {
    let (steps, zones) = (converter.stages, followsOrigins ? nil : converter.zones)
    let capacity = min(Self.pieceBytes, byteCount)
    // With zones, the steps see one zone at a time.
    let stepCapacity = zones == nil ? capacity : min(capacity, Segmenter.longestStretch)
    func run(capacity: Int) -> UnitRun { UnitRun(capacity: capacity, followsOrigins: followsOrigins) }
    segmenter = converter.segmenter
    stages = steps
    self.zones = zones
    encoded = FlatBuffer(capacity: capacity * 4)
    source = run(capacity: capacity)
    segmented = run(capacity: stepCapacity)
    between = run(capacity: steps.isEmpty ? 1 : stepCapacity)
    converted = run(capacity: steps.count < 2 ? 1 : stepCapacity)
    zone = run(capacity: zones == nil ? 1 : stepCapacity)
  }

  /// Takes the next bytes of the source and appends what can be converted to `output`; the rest comes later.
  public mutating func write(_ bytes: [UInt8], into output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { write($0, into: &output) }
  }

  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.pieceBytes, bytes.count)
      decoder.decode(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &source)
      convertPiece(isFinal: false, into: &output)
      start = end
    }
  }

  /// Appends what is left. Nothing may be written afterwards.
  public mutating func finish(into output: inout [UInt8]) {
    decoder.finish(into: &source)
    convertPiece(isFinal: true, into: &output)
  }

  private mutating func convertPiece(isFinal: Bool, into output: inout [UInt8]) {
    if let zones {
      source.removeFirst(convertZones(zones, isFinal: isFinal))
    } else {
      convertSteps(isFinal: isFinal) { units, _, encoded in EncodedCharacters.unchanged.append(units, to: &encoded) }
    }
    output.append(contentsOf: UnsafeBufferPointer(start: encoded.base, count: encoded.count))
    encoded.removeAll()
  }

  /// Sends what is there through all steps, and what comes out to `sink`.
  private mutating func convertSteps(
    isFinal: Bool,
    _ sink: (borrowing FlatBuffer<UInt32>, borrowing FlatBuffer<UnitRun.Origin>, inout FlatBuffer<UInt8>) -> Void
  ) {
    source.removeFirst(
      segmenter.convert(
        source, isFinal: isFinal, startsSegment: &startsSegment, lattice: &lattice, into: &segmented))
    guard let first = stages.first else {
      sink(segmented.units, segmented.origins, &encoded)
      return segmented.removeFirst(segmented.units.count)
    }
    segmented.removeFirst(first.convert(segmented, isFinal: isFinal, places: &places, into: &between))
    guard stages.count > 1 else {
      sink(between.units, between.origins, &encoded)
      return between.removeFirst(between.units.count)
    }
    between.removeFirst(stages[1].convert(between, isFinal: isFinal, places: &places, into: &converted))
    sink(converted.units, converted.origins, &encoded)
    converted.removeFirst(converted.units.count)
  }

  /// Converts the zones of what is there by all steps, and what stands between them by characters, and returns how many units
  /// were converted.
  private mutating func convertZones(_ zones: ConversionZones, isFinal: Bool) -> Int {
    let text = source.units.sealed
    let count = source.units.count
    zones.findPlaces(text, limit: count, into: &places)
    var (index, cursor) = (0, 0)
    while true {
      let next = zones.next(text, count: count, isFinal: isFinal, places: places, cursor: &cursor, index: index)
      switch next {
      case .end(let end):
        convertCharacters(index..<max(index, end), by: zones.characters)
        return max(index, end)
      case .zone(let span):
        convertCharacters(index..<span.lowerBound, by: zones.characters)
        convertZone(span)
        index = span.upperBound
      }
    }
  }

  /// Converts units between zones. One that converts to several characters is a zone of its own.
  @inline(__always)
  private mutating func convertCharacters(_ span: Range<Int>, by characters: EncodedCharacters) {
    var index = characters.append(source.units, span, to: &encoded)
    while index < span.upperBound {
      convertZone(index..<index + 1)
      index = characters.append(source.units, index + 1..<span.upperBound, to: &encoded)
    }
  }

  /// Converts units by all steps, as a text by itself.
  private mutating func convertZone(_ span: Range<Int>) {
    let plain = EncodedCharacters.unchanged
    var startsSegment = true
    zone.replaceUnits(by: source.units, span)
    segmented.units.removeAll()
    _ = segmenter.convert(zone, isFinal: true, startsSegment: &startsSegment, lattice: &lattice, into: &segmented)
    guard let first = stages.first else { return plain.append(segmented.units, to: &encoded) }
    between.units.removeAll()
    _ = first.convert(segmented, isFinal: true, places: &stagePlaces, into: &between)
    guard stages.count > 1 else { return plain.append(between.units, to: &encoded) }
    converted.units.removeAll()
    _ = stages[1].convert(between, isFinal: true, places: &stagePlaces, into: &converted)
    plain.append(converted.units, to: &encoded)
  }

  /// Converts a whole text and says for each unit of the output where it came from.
  mutating func align(_ bytes: [UInt8], into output: inout [UInt8], origins: inout [UnitRun.Origin]) {
    bytes.withUnsafeBufferPointer { decoder.decode($0, into: &source) }
    decoder.finish(into: &source)
    convertSteps(isFinal: true) { units, spans, encoded in
      EncodedCharacters.unchanged.append(units, to: &encoded)
      origins.append(contentsOf: UnsafeBufferPointer(start: spans.base, count: spans.count))
    }
    output.append(contentsOf: UnsafeBufferPointer(start: encoded.base, count: encoded.count))
    encoded.removeAll()
  }
}
