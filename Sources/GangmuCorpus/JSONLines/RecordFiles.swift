/// The lines of files of JSON Lines, one after the other: plain, or compressed with gzip or Zstandard.
///
/// A folder gives the lines of the files in it that hold records (`RecordFolder`), `-` is standard input. Only the line at hand
/// is in memory.
package struct RecordFiles {
  /// A line as it was read.
  package struct Line {
    /// Its bytes, without the line end.
    package let bytes: [UInt8]
    /// The file that it stands in.
    package let file: String
    /// Its number in that file, from 1.
    package let number: Int

    /// Why this line cannot be used.
    package func failure(_ code: String, _ message: String) -> InputFailure {
      InputFailure(uri: "\(file):\(number)", stage: .read, code: code, message: message)
    }

    /// What is read of its bytes; nil where they cannot be used, of which `fail` hears.
    func parsed<Value>(
      fail: (InputFailure) -> Void, _ read: ([UInt8]) throws(LineFailure) -> Value
    ) -> Value? {
      do throws(LineFailure) {
        return try read(bytes)
      } catch {
        fail(failure(error.code, error.message))
        return nil
      }
    }
  }

  /// A longer line is a failure: no record is that long.
  package static let longestLine = 1 << 28

  private var sources: RecordPaths
  private var window: ByteWindow?
  private var file = ""
  private var number = 0
  private var pending: [InputFailure] = []

  /// Makes a reader of files and folders; nothing is opened yet.
  package init(_ paths: [String]) {
    sources = RecordPaths(paths)
  }

  /// The next line that is not blank, or why a file gives no more of them; nil after the last.
  package mutating func next() -> Result<Line, InputFailure>? {
    while true {
      if !pending.isEmpty { return .failure(pending.removeFirst()) }
      guard let window else {
        switch sources.next() {
        case nil: return nil
        case .failure(let failure): return .failure(failure)
        case .success(let opened): (file, number, self.window) = (opened.uri, 0, opened.window)
        }
        continue
      }
      do throws(SystemError) {
        guard let bytes = try nextLine(window) else {
          pending += window.takeFaults().map { $0.failure(of: file) }
          self.window = nil
          continue
        }
        number += 1
        if bytes.count > Self.longestLine {
          pending.append(
            InputFailure(
              uri: "\(file):\(number)", stage: .read, code: "input.line_too_long",
              message: "a line of more than \(Self.longestLine >> 20) MiB; what follows it is not read"))
          self.window = nil
        } else if !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
          return .success(Line(bytes: bytes, file: file, number: number))
        }
      } catch {
        self.window = nil
        return .failure(error.failure(of: file))
      }
    }
  }

  /// What was noted of folders since this was asked last; it is no failure.
  package mutating func takeNotes() -> [InputFailure] { sources.takeNotes() }

  /// What the runs counted whose folders were met since this was asked last.
  package mutating func takeRuns() -> [RunTally] { sources.takeRuns() }

  /// Calls `body` with each line that is not blank; `fail` hears why a file gives no more of them, `note` what else is to be
  /// known.
  static func forEachLine<Failure: Error>(
    of paths: [String], note: (InputFailure) -> Void, fail: (InputFailure) -> Void,
    _ body: (Line) throws(Failure) -> Void
  ) throws(Failure) {
    var files = RecordFiles(paths)
    while let result = files.next() {
      files.takeNotes().forEach(note)
      switch result {
      case .success(let line): try body(line)
      case .failure(let failure): fail(failure)
      }
    }
    files.takeNotes().forEach(note)
  }

  /// The next line without its end; nil at the end of the file.
  private func nextLine(_ window: ByteWindow) throws(SystemError) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = WARCHeader.endOfLine(window.bytes, from: searched) {
        var line = window.take(end)
        line.removeLast()
        return line
      }
      searched = window.count
      guard searched <= Self.longestLine else { return window.take(searched) }
      guard try window.fillMore() else { return window.count > 0 ? window.take(window.count) : nil }
    }
  }
}
