/// Files of JSON Lines as the classifier reads them.
public struct LabelledLines: ~Copyable {
  private let files: LineFiles
  private let labelField: String?

  /// Opens files; `fail` hears of those that cannot be opened.
  public init(_ paths: [String], labelField: String?, temporaryFolder: String = "/tmp", fail: (InputFailure) -> Void) {
    files = LineFiles(paths, temporaryFolder: temporaryFolder, fail: fail)
    self.labelField = labelField
  }

  /// Calls `body` with each line, as bytes and as read; `fail` hears of the lines that cannot be used.
  public func forEach<Failure: Error>(
    fail: (InputFailure) -> Void, _ body: ([UInt8], LabelledLine) throws(Failure) -> Void
  ) throws(Failure) {
    try files.forEachLine(fail: fail) { (line) throws(Failure) in
      let labelled = line.parsed(fail: fail) { (bytes) throws(LineFailure) in
        let labelled = try LabelledLine(bytes, labelField: labelField)
        if let labelField, labelled.labels == nil { throw .unlabelled(labelField) }
        return labelled
      }
      if let labelled { try body(line.bytes, labelled) }
    }
  }
}
