/// How copies are looked for.
public struct CopyOptions: Sendable, Hashable {
  /// The number of characters in a shingle, 2 to 5.
  public var shingleLength: Int
  /// Bytes to hold in memory; what is more goes to temporary files.
  public var memory: Int
  /// The folder for temporary files.
  public var temporaryFolder: String

  /// Makes options.
  public init(shingleLength: Int = 3, memory: Int = 2 << 30, temporaryFolder: String = "/tmp") {
    self.shingleLength = min(max(shingleLength, 2), 5)
    self.memory = max(memory, 1 << 20)
    self.temporaryFolder = temporaryFolder
  }
}
