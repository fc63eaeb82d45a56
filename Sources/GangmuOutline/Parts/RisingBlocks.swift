import HanText

/// Some blocks of a document, rising.
struct RisingBlocks: Sendable {
  private var blocks: [Int] = []

  /// Makes a list of blocks in any order.
  init(_ blocks: [Int] = []) {
    self.blocks = blocks.count > 1 ? blocks.sorted() : blocks
  }

  /// Adds a block. Blocks mostly come in their order.
  mutating func insert(_ block: Int) {
    let place = place(of: block)
    if place == blocks.count || blocks[place] != block { blocks.insert(block, at: place) }
  }

  /// The first of them from a block on, or nil.
  func first(from block: Int) -> Int? {
    let place = place(of: block)
    return place < blocks.count ? blocks[place] : nil
  }

  /// Whether a block is one of them.
  func contains(_ block: Int) -> Bool { first(from: block) == block }

  /// How many of them stand before a block.
  private func place(of block: Int) -> Int {
    blocks.partitioningIndex { $0 >= block }
  }
}
