import Gangmu
import GangmuCorpus

/// What a run counted, at its end.
struct RunSummary {
  /// The name and version of its form.
  static let format = "gangmu.summary/1"

  let end: RunWriter.End
  let tally: RunTally
  let before: RunTally
  let seconds: Double
  let jobs: Int

  /// A line for people.
  var line: String {
    let bytes = tally.bytes - before.bytes
    let rate = RunRate.oneDecimal(Double(bytes) / 1e6 / max(seconds, 0.001))
    var parts = ["\(tally.pages) pages", "\(tally.documents) documents"]
    if tally.failures > 0 { parts.append("\(tally.failures) pages without records") }
    if before.pages > 0 { parts.append("\(before.pages) pages done before") }
    parts.append("\(RunRate.oneDecimal(Double(bytes) / 1e6)) MB in \(RunRate.oneDecimal(seconds)) s (\(rate) MB/s)")
    return parts.joined(separator: ", ")
  }

  /// Writes it as JSON.
  func write(to path: String) throws(OutputFile.Failure) {
    var writer = JSONWriter(layout: .pretty)
    write(to: &writer)
    try AtomicFile.write(writer.bytes + [UInt8(ascii: "\n")], to: path)
  }
}

extension RunSummary: JSONWritable {
  private enum CodingKeys: String, CodingKey {
    case format, end, counts, jobs, seconds
    case pagesDoneBefore = "pages_done_before"
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.format, Self.format)
      $0.member(CodingKeys.end, endName)
      $0.member(CodingKeys.counts, tally)
      $0.member(CodingKeys.pagesDoneBefore, before.pages)
      $0.member(CodingKeys.jobs, jobs)
      $0.member(CodingKeys.seconds, Milliseconds(seconds: seconds))
    }
  }

  private var endName: String {
    switch end {
    case .complete: "complete"
    case .tooManyFailures: "too_many_errors"
    case .interrupted: "interrupted"
    case .closed: "output_closed"
    case .unwritable: "output_failed"
    }
  }

  /// A time in seconds with three decimals.
  private struct Milliseconds: JSONWritable {
    let seconds: Double

    func write(to writer: inout JSONWriter) {
      let milliseconds = Int((seconds * 1000).rounded())
      let decimals = String(1000 + milliseconds % 1000).dropFirst()
      writer.raw("\(milliseconds / 1000).\(decimals)".utf8)
    }
  }
}
