import Dispatch
import GangmuCorpus

/// The records of files, read on a thread of their own while those before are written.
struct RecordBatches {
  let paths: [String]
  let contents: RecordReader.Contents
  /// What `gangmu dedupe` and `gangmu classify apply` wrote about the records.
  var copies: String?
  var classes: String?
  /// Makes the full-text index, where that is wanted.
  var segments: SegmentBuilder?

  private static let waiting = 4

  /// Calls `body` with each batch until it throws.
  func forEach<Failure: Error>(_ body: (RecordReader.Batch) throws(Failure) -> Void) throws(Failure) {
    let channel = Channel<RecordReader.Batch>(capacity: Self.waiting)
    let done = DispatchSemaphore(value: 0)
    let source = self
    DispatchQueue.global().async {
      var joined: [JoinedRows] = []
      if let copies = source.copies { joined.append(JoinedRows(copies, .copies)) }
      if let classes = source.classes { joined.append(JoinedRows(classes, .classes)) }
      RecordReader(
        source.paths, contents: source.contents, segments: source.segments, joined: joined, deliver: channel.send
      ).run()
      channel.close()
      done.signal()
    }
    defer {
      channel.close()
      done.wait()
    }
    while let batch = channel.next() { try body(batch) }
  }
}
