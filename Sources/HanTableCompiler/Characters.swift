import HanText

/// A map of single characters while it is compiled. What is not in it maps to itself.
struct Characters {
  private(set) var images: [UInt32: UInt32] = [:]

  /// Takes the single characters of tables, the first conversion of each; one of several characters is marked as such. Where
  /// a character stands in several tables, the first counts.
  init(_ tables: [SourceTable]) {
    for table in tables.reversed() {
      for entry in table.entries where entry.key.count == 1 {
        images[entry.key[0]] = entry.values[0].count == 1 ? entry.values[0][0] : HanUnit.widens
      }
    }
  }

  subscript(scalar: UInt32) -> UInt32 {
    get { images[scalar] ?? scalar }
    set { images[scalar] = newValue }
  }

  /// Leaves only the compatibility ideographs.
  mutating func keepIdeographs() {
    images = images.filter { 0xF900..<0xFB00 ~= $0.key || 0x2F800..<0x2FA20 ~= $0.key }
  }

  /// The map of this conversion and another behind it.
  func followed(by next: Characters) -> Characters {
    var joined = self
    for scalar in Set(images.keys).union(next.images.keys) { joined[scalar] = next[self[scalar]] }
    return joined
  }

  /// Writes the map in the form of `CharacterMap`, in three neighbouring parts.
  func write(_ name: CompiledTables.Name, firstPart: Int = 0, to writer: inout TableWriter) {
    let size = CharacterMap.blockSize
    var places: [[UInt16]: UInt16] = [:]
    var (blocks, distances): ([UInt16], [UInt16]) = ([], [])
    for start in stride(from: UInt32(0), to: 0x10000, by: size) {
      let block = (start..<start + UInt32(size)).map { scalar in
        let image = self[scalar]
        let distance = UInt16(truncatingIfNeeded: image &- scalar)
        return image < 0x10000 && distance != CharacterMap.exception ? distance : CharacterMap.exception
      }
      let place = places[block] ?? UInt16(distances.count)
      if places[block] == nil {
        places[block] = place
        distances += block
      }
      blocks.append(place)
    }
    writer.add(blocks, to: name, part: firstPart)
    writer.add(distances, to: name, part: firstPart + 1)
    let exceptions = images.filter { scalar, image in
      scalar >= 0x10000 || image >= 0x10000 || UInt16(truncatingIfNeeded: image &- scalar) == CharacterMap.exception
    }
    writer.add(exceptions.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }, to: name, part: firstPart + 2)
  }
}
