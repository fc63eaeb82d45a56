import CHanTables

/// The tables of the project as they are used: read in place from the bytes that are embedded in the program, so that
/// nothing is built when it starts.
///
/// `script/compile-tables` writes them from the text tables (`HanTableCompiler`). A header, a directory of places, then arrays
/// of fixed-width little-endian numbers, each at a multiple of 64 bytes. Offsets are checked once, when the directory is
/// opened.
package struct CompiledTables: @unchecked Sendable {
  /// What a table is about; each has up to `partCount` arrays.
  package enum Name: Int, CaseIterable, Sendable {
    case fold, traits, wordCosts, doubts, regionalForms, regionalVocabulary
    // Maps of characters.
    case stCharacters, tsCharacters, twVariants, twVariantsRev, hkVariants, hkVariantsRev
    case twWithPhrases, twWithPhrasesRev, hkWithPhrases, hkWithPhrasesRev
    case simplified, variantForms, compatibility, contentForms
    // Phrases.
    case stBest, stPhrases, tsPhrases
    case twPhrases, twVariantsPhrases, twPhrasesRev, twVariantsRevPhrases
    case hkPhrases, hkVariantsPhrases, hkPhrasesRev, hkVariantsRevPhrases
    // Where a phrase of any dictionary of a stage begins.
    case toTaiwan, toTaiwanWithPhrases, fromTaiwan, fromTaiwanWithPhrases
    case toHongKong, toHongKongWithPhrases, fromHongKong, fromHongKongWithPhrases, toSimplified
    // Where a conversion needs its dictionaries.
    case s2tZones, s2twZones, s2twpZones, s2hkZones, s2hkpZones
    case tw2sZones, tw2spZones, hk2sZones, hk2spZones
  }

  /// The most arrays that a table has.
  package static let partCount = 10
  /// The first eight bytes, with the version of the layout.
  package static let signature: UInt64 = 0x0001_534C_4254_4E48
  /// Where each array begins: at a multiple of this.
  package static let alignment = 64

  static let embedded = CompiledTables()

  private let bytes: UnsafeRawPointer
  private let directory: UnsafePointer<(offset: UInt32, count: UInt32)>

  /// Opens the embedded tables. Tables of another layout are a fault of the build, which no text can bring about.
  private init() {
    let table = han_compiled_tables()
    bytes = UnsafeRawPointer(table.bytes)
    let entries = Name.allCases.count * Self.partCount
    let header = MemoryLayout<UInt64>.size
    precondition(
      table.count >= header + entries * 8 && UInt64(littleEndian: bytes.load(as: UInt64.self)) == Self.signature,
      "The compiled tables have another layout than the program: run script/compile-tables.")
    directory = (bytes + header).assumingMemoryBound(to: (offset: UInt32, count: UInt32).self)
    for entry in 0..<entries {
      let end = Int(directory[entry].offset) + Int(directory[entry].count)
      precondition(
        end <= table.count && Int(directory[entry].offset) % Self.alignment == 0, "A compiled table is cut off.")
    }
  }

  /// One array of a table, for values that live as long as the program.
  func array<Element: BitwiseCopyable>(_ name: Name, _ part: Int, of: Element.Type) -> CompiledArray<Element> {
    CompiledArray(elements: self.part(name, part, as: Element.self))
  }

  /// One array of a table.
  func part<Element: BitwiseCopyable>(_ name: Name, _ part: Int, as: Element.Type) -> UnsafeBufferPointer<Element> {
    let entry = directory[name.rawValue * Self.partCount + part]
    let start = (bytes + Int(entry.offset)).assumingMemoryBound(to: Element.self)
    return UnsafeBufferPointer(start: start, count: Int(entry.count) / MemoryLayout<Element>.stride)
  }

  /// The elements of an array that is never empty.
  func pointer<Element: BitwiseCopyable>(_ name: Name, _ part: Int, as: Element.Type) -> UnsafePointer<Element> {
    let entry = directory[name.rawValue * Self.partCount + part]
    precondition(entry.count > 0, "A compiled table is missing.")
    return (bytes + Int(entry.offset)).assumingMemoryBound(to: Element.self)
  }

  /// The bytes of all tables, for the test that compares them with what their sources give.
  package static var bytes: UnsafeRawBufferPointer {
    let table = han_compiled_tables()
    return UnsafeRawBufferPointer(start: table.bytes, count: table.count)
  }
}

/// An array of a compiled table. It never changes.
struct CompiledArray<Element: BitwiseCopyable>: @unchecked Sendable {
  let elements: UnsafeBufferPointer<Element>

  @inline(__always)
  subscript(index: Int) -> Element { elements[index] }

  var count: Int { elements.count }
}

extension CompiledArray {
  /// Where the element of a value stands among elements of rising values, or nil.
  @inline(__always)
  func place(of value: UInt32, by valueOf: (Element) -> UInt32) -> Int? {
    let place = elements.partitioningIndex { valueOf($0) >= value }
    return place < count && valueOf(elements[place]) == value ? place : nil
  }
}

extension CompiledArray where Element == UInt32 {
  /// Where a value stands among rising ones, or nil.
  func place(of value: UInt32) -> Int? { place(of: value) { $0 } }
}
