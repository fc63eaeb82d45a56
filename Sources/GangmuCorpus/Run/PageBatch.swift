import Gangmu

/// Pages that follow each other in the input and are worked on together, so that handing them over costs nothing.
struct PageBatch: Sendable {
  /// The place of the first page in the input, from 0. Inputs that cannot be read have places too.
  let first: Int
  /// The pages, or why they could not be read.
  fileprivate(set) var pages: [Result<PageInput, InputFailure>] = []
  /// The bytes of all pages.
  fileprivate(set) var byteCount = 0
  /// The bytes of the input that had been read after it, as they are stored.
  fileprivate(set) var bytesRead = 0

  /// The places of the pages.
  var positions: Range<Int> { first..<first + pages.count }

  /// Where a batch ends: the page with which it has so many bytes, or so many pages.
  ///
  /// What is cut by these bounds depends on the input alone, never on time or the number of threads.
  static let byteLimit = 1 << 18
  static let pageLimit = 64
}

/// Reads the pages of a stream into batches, and goes over those that are done.
struct BatchReader {
  private var pages: any PageStream
  private let done: CompletedPages
  private var position = 0
  /// Whether the last page was read.
  private(set) var isAtEnd = false

  init(_ pages: any PageStream, done: CompletedPages = CompletedPages()) {
    self.pages = pages
    self.done = done
  }

  /// The next batch; nil after the last, or where the process is to end.
  mutating func next() -> PageBatch? {
    passDonePages()
    var batch = PageBatch(first: position)
    let end = done.nextDone(from: position)
    while batch.byteCount < PageBatch.byteLimit, batch.pages.count < PageBatch.pageLimit, position < end, !isAtEnd {
      let page = pages.next()
      if Interruption.isRequested { isAtEnd = true }
      guard let page, !Interruption.isRequested else {
        isAtEnd = true
        break
      }
      if case .success(let input) = page { batch.byteCount += input.bytes.count }
      batch.pages.append(page)
      position += 1
    }
    batch.bytesRead = pages.bytesRead
    return batch.pages.isEmpty || Interruption.isRequested ? nil : batch
  }

  private mutating func passDonePages() {
    while !isAtEnd, done.contains(position) {
      if Interruption.isRequested || !pages.pass() {
        isAtEnd = true
      } else {
        position += 1
      }
    }
  }
}
