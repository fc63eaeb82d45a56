import Gangmu

/// What became of one page of a run.
public struct PageResult: Sendable, Hashable {
  /// The page's place in the input, from 0.
  public var position: Int
  /// What the page is called.
  public var uri: String
  /// The bytes of the page; 0 where it could not be read.
  public var byteCount: Int
  /// The records of its documents, in reading order, or why there are none.
  public var records: Result<[Record], InputFailure>
}
