/// Where each scalar of a text stands in its UTF-8.
///
/// Each value of a record is quoted by scalar offsets. Two bits for each scalar say how wide it is, and for each 32 scalars a
/// number says where they begin. So a scalar is found by adding up the bits before it in one word, without a look at the
/// text, and the index of a gathered text is put together from that of its source.
struct ScalarIndex: Sendable {
  /// 32 scalars.
  fileprivate struct Block: BitwiseCopyable {
    /// The byte offset of the first.
    var start: Int
    /// For each, from the lowest bits on, one less than the number of its bytes.
    var widths: UInt64
  }

  /// The blocks of the text, of which the last may hold fewer scalars or none, and an empty one behind them.
  private let blocks: [Block]

  /// Makes the index of a text of so many scalars at most, whose widths `write` writes down.
  init(capacity: Int, write: (inout Writer) -> Void) {
    blocks = [Block](unsafeUninitializedCapacity: capacity / 32 + 2) { blocks, written in
      var writer = Writer(blocks)
      write(&writer)
      written = writer.finish()
    }
  }

  /// The byte offset of a scalar, or of the end of the text.
  @inline(__always)
  func byteOffset(of scalar: Int) -> Int {
    let block = blocks[scalar &>> 5]
    let place = scalar & 31
    return block.start &+ place &+ Writer.sum(block.widths & (1 &<< UInt64(2 &* place) &- 1))
  }
}

extension ScalarIndex {
  /// Writes down the widths of scalars, one after the other.
  struct Writer {
    private let blocks: UnsafeMutableBufferPointer<Block>
    private var count = 0
    private var block = Block(start: 0, widths: 0)
    /// The number of bits of the open block.
    private var filled = 0

    fileprivate init(_ blocks: UnsafeMutableBufferPointer<Block>) {
      self.blocks = blocks
    }

    /// Adds scalars, 32 at most, by their bits.
    @inline(__always)
    mutating func append(_ widths: UInt64, count number: Int) {
      block.widths |= widths &<< UInt64(filled)
      let end = filled &+ 2 &* number
      guard end >= 64 else {
        filled = end
        return
      }
      close()
      block.widths = widths >> UInt64(64 &- filled)
      filled = end &- 64
    }

    /// Adds scalars of which each has so many bytes.
    @inline(__always)
    mutating func append(width: Int, count number: Int) {
      let widths = UInt64(width &- 1) &* 0x5555_5555_5555_5555
      append(widths & (UInt64.max &>> UInt64(64 &- 2 &* number)), count: number)
    }

    /// Adds scalars of another text.
    mutating func append(_ scalars: Range<Int>, of other: ScalarIndex) {
      other.blocks.withUnsafeBufferPointer { blocks in
        var offset = scalars.lowerBound
        while offset < scalars.upperBound {
          let (block, shift) = (offset &>> 5, UInt64(2 &* (offset & 31)))
          let number = min(32, scalars.upperBound &- offset)
          let widths = blocks[block].widths &>> shift | blocks[block &+ 1].widths << (64 &- shift)
          append(widths & (UInt64.max &>> UInt64(64 &- 2 &* number)), count: number)
          offset &+= number
        }
      }
    }

    /// Ends the open block, which is full.
    @inline(__always)
    private mutating func close() {
      blocks[count] = block
      count &+= 1
      block.start &+= 32 &+ Self.sum(block.widths)
    }

    /// Ends the last block, and gives back how many there are.
    fileprivate mutating func finish() -> Int {
      blocks[count] = block
      blocks[count &+ 1] = Block(start: 0, widths: 0)
      return count &+ 2
    }

    /// The sum of numbers of two bits.
    @inline(__always)
    fileprivate static func sum(_ widths: UInt64) -> Int {
      let pairs = (widths & 0x3333_3333_3333_3333) &+ (widths &>> 2 & 0x3333_3333_3333_3333)
      let bytes = (pairs & 0x0F0F_0F0F_0F0F_0F0F) &+ (pairs &>> 4 & 0x0F0F_0F0F_0F0F_0F0F)
      return Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) &>> 56)
    }
  }
}
