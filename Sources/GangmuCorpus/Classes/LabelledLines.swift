/// Files of JSON Lines as the classifier reads them.
public struct LabelledLines: ~Copyable {
  private let files: LineFiles
  private let labelField: String?

  /// Opens files; `fail` hears of those that cannot be opened.
  public init(_ paths: [String], labelField: String?, temporaryFolder: String = "/tmp", fail: (InputFailure) -> Void) {
    files = LineFiles(paths, temporaryFolder: temporaryFolder, fail: fail)
    self.labelField = labelField
  }

  /// Calls `body` with each line, as bytes and as read, until it returns false; `fail` hears of the lines that cannot be
  /// used.
  public func forEach(fail: (InputFailure) -> Void, _ body: ([UInt8], LabelledLine) -> Bool) {
    files.forEachLine { result in
      switch result {
      case .failure(let failure):
        fail(failure)
        return true
      case .success(let line):
        do throws(LabelledLine.Failure) {
          let labelled = try LabelledLine(line.bytes, labelField: labelField)
          if labelField != nil, labelled.labels == nil {
            fail(line.failure("jsonl.unlabelled", "no label in `\(labelField ?? "")`"))
            return true
          }
          return body(line.bytes, labelled)
        } catch {
          fail(line.failure(error.code, error.message))
          return true
        }
      }
    }
  }
}
