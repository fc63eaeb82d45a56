/// Files of JSON Lines as the classifier reads them.
public struct LabelledLines: Sendable {
  private let paths: [String]
  private let labelField: String?

  /// Prepares to read files, folders of them and standard input (`-`), each also compressed. `labelField` is where the labels
  /// are, if they are wanted.
  public init(_ paths: [String], labelField: String?) {
    self.paths = paths
    self.labelField = labelField
  }

  /// Calls `body` with each line, as bytes and as read; `fail` hears of the files and lines that cannot be used, `note` of what
  /// else is to be known of folders.
  public func forEach<Failure: Error>(
    note: (InputFailure) -> Void = { _ in }, fail: (InputFailure) -> Void,
    _ body: ([UInt8], LabelledLine) throws(Failure) -> Void
  ) throws(Failure) {
    try RecordFiles.forEachLine(of: paths, note: note, fail: fail) { (line) throws(Failure) in
      let labelled = line.parsed(fail: fail) { (bytes) throws(LineFailure) in
        let labelled = try LabelledLine(bytes, labelField: labelField)
        if let labelField, labelled.labels == nil { throw .unlabelled(labelField) }
        return labelled
      }
      if let labelled { try body(line.bytes, labelled) }
    }
  }
}
