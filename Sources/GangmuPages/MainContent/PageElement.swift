/// An element of a page that holds blocks, as far as the search for the main content needs to know it.
struct PageElement: Sendable {
  /// The element around it; for the page itself, which is the first, its own index.
  var parent: Int
  /// What it means for blocks.
  var element: HTMLElement
  /// What HTML itself says that it is for: `nav`, `footer`, `aside`, or what its names say.
  var hint: ElementHint
  /// A hash of its class; 0 where it has none.
  var name: UInt64 = 0
  /// Its blocks and those of the elements in it.
  var blocks: Range<Int>
}

/// What is known of a block beside its text.
struct BlockFacts: Sendable {
  /// The innermost element that it stands in.
  var element = 0
  /// How many of its scalars are links.
  var linkScalars = 0
  /// How many links it holds.
  var links = 0
  /// Which words it holds, if it is no longer than `FurnitureLine.longest`.
  var words: PageWords.Sought = []
}
