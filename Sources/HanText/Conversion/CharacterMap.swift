/// Maps single scalars to single scalars; what is not in it maps to itself, what maps to several to `HanUnit.widens`.
///
/// For each scalar of the Basic Multilingual Plane the distance to its image, in blocks of 64; most blocks are of characters
/// that stay, and one block serves for all of these. So the blocks that Chinese text touches fit a near cache.
package struct CharacterMap: @unchecked Sendable {
  /// A distance of 16 bits that stands for an entry in `exceptions`.
  package static let exception: UInt16 = 0x8000
  package static let blockSize = 64

  /// For each block of scalars where its distances begin.
  private let blocks: UnsafePointer<UInt16>
  private let distances: UnsafePointer<UInt16>
  /// Scalars beyond the plane, and those whose image is: pairs, rising.
  private let exceptions: UnsafeBufferPointer<(scalar: UInt32, image: UInt32)>

  /// Opens the map that stands in three neighbouring parts of a table.
  init(_ name: CompiledTables.Name, firstPart: Int = 0) {
    let tables = CompiledTables.embedded
    blocks = tables.pointer(name, firstPart, as: UInt16.self)
    distances = tables.pointer(name, firstPart + 1, as: UInt16.self)
    exceptions = tables.part(name, firstPart + 2, as: (scalar: UInt32, image: UInt32).self)
  }

  @inline(__always)
  subscript(scalar: UInt32) -> UInt32 {
    guard scalar < 0x10000 else { return exceptional(scalar) }
    let distance = distances[Int(blocks[Int(scalar &>> 6)]) &+ Int(scalar & 63)]
    return distance != Self.exception ? (scalar &+ UInt32(distance)) & 0xFFFF : exceptional(scalar)
  }

  /// The image of a scalar of the plane, in a map that leads nowhere beyond it: there each distance is what it says.
  @inline(__always)
  func image(inPlane scalar: UInt16) -> UInt16 {
    scalar &+ distances[Int(blocks[Int(scalar &>> 6)]) &+ Int(scalar & 63)]
  }

  @inline(never)
  private func exceptional(_ scalar: UInt32) -> UInt32 {
    let place = exceptions.partitioningIndex { $0.scalar >= scalar }
    return place < exceptions.count && exceptions[place].scalar == scalar ? exceptions[place].image : scalar
  }
}
