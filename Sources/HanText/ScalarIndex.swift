/// Where each scalar of a text stands in its UTF-8.
///
/// Each value of a record is quoted by scalar offsets. The scalars are parted into blocks of eight, and for each block two bytes
/// say where it begins and how wide its scalars are. Most blocks hold scalars of one width, Han characters with their
/// punctuation or letters and digits, so that a multiplication leads to a scalar; in the others a short walk does.
struct ScalarIndex: Sendable {
  /// For each block its distance in bytes from the beginning of its group, and in the upper two bits the width of its
  /// scalars, or 0 where they differ.
  private let blocks: [UInt16]
  /// The byte offsets of the groups. A group is of 512 blocks: so distances within it need no more than 14 bits.
  private let groups: [Int]

  private static let blockSize = 8
  private static let blocksInGroup = 512
  private static let distanceBits = 14
  private static let distances: UInt16 = 1 << distanceBits - 1

  /// Indexes valid UTF-8 of so many scalars.
  init(of utf8: [UInt8], count: Int) {
    let blockCount = (count + Self.blockSize - 1) / Self.blockSize
    var groups: [Int] = []
    groups.reserveCapacity(blockCount / Self.blocksInGroup + 1)
    blocks = [UInt16](unsafeUninitializedCapacity: blockCount) { blocks, written in
      utf8.withUnsafeBytes { bytes in
        let leads = UTF8Leads(bytes)
        var (offset, group) = (0, 0)
        while written < blockCount {
          if written % Self.blocksInGroup == 0 {
            group = offset
            groups.append(group)
          }
          let width = leads.widthOfEight(at: offset)
          blocks[written] = UInt16(truncatingIfNeeded: offset - group | width << Self.distanceBits)
          offset = width > 0 ? offset + Self.blockSize * width : leads.offset(after: Self.blockSize, from: offset)
          written += 1
        }
      }
    }
    self.groups = groups
  }

  /// The byte offset of a scalar, of a text that has it.
  @inline(__always)
  func byteOffset(of scalar: Int, in utf8: [UInt8]) -> Int {
    let block = blocks[scalar / Self.blockSize]
    let start = groups[scalar / (Self.blockSize * Self.blocksInGroup)] + Int(block & Self.distances)
    let (rest, width) = (scalar % Self.blockSize, Int(block >> Self.distanceBits))
    guard width == 0, rest > 0 else { return start + rest * width }
    return utf8.withUnsafeBytes { UTF8Leads($0).offset(after: rest, from: start) }
  }
}
