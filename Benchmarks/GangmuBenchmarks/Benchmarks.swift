import Benchmark
import Foundation
import Gangmu
import GangmuDates
import GangmuFields
import GangmuOutline
import GangmuPages
import HanText

/// Megabytes (10⁶ bytes) a second of processor time, which a busy machine changes less than the time on the wall. The name becomes part of a file name, so it has no slash.
private let throughput = BenchmarkMetric.custom("MB per second", polarity: .prefersLarger, useScalingFactor: false)

extension Benchmark {
  /// A benchmark of work on `bytes` bytes, by its throughput.
  @discardableResult
  convenience init?(
    _ name: String, configuration: Configuration = defaultConfiguration, bytes: Int,
    work: @escaping @Sendable () -> Void
  ) {
    self.init(name, configuration: configuration) { benchmark in
      for _ in benchmark.scaledIterations {
        let start = clock()
        work()
        // POSIX: a million clock ticks a second.
        benchmark.measurement(throughput, bytes / max(clock() - start, 1))
      }
    }
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [throughput], warmupIterations: 3, maxDuration: .seconds(3), maxIterations: 2_000)

  let page = SeedPage.bytes
  let parser = PageParser()

  let large = Array(repeatElement(page, count: 64).joined())
  Benchmark("fold", bytes: large.count) { blackHole(FoldedText(utf8: large)) }

  let dates = DateReader()
  let folded = FoldedText(utf8: large)
  Benchmark("dates of a folded text", bytes: large.count) { blackHole(dates.dates(in: folded)) }

  // The fields alone: the page's documents, cut and dated before.
  let documents = (try? PageReader().read(page)).map { OutlineReader().documents(in: $0.content) } ?? []
  let dated = documents.map { (document: $0, dates: dates.dates(in: $0.text).dates) }
  let fields = FieldReader()
  Benchmark("fields of outlined documents", bytes: 16 * dated.reduce(0) { $0 + $1.document.text.utf8.count }) {
    for _ in 0..<16 {
      for one in dated { blackHole(fields.fields(of: one.document, dates: one.dates)) }
    }
  }

  for times in [1, 4, 16] {
    let pages = Array(repeatElement(page, count: times).joined())
    Benchmark("text to records, \(times)×", bytes: pages.count) {
      blackHole(try? parser.records(bytes: pages, uri: "page.txt"))
    }
    Benchmark("text to JSON Lines, \(times)×", bytes: pages.count) {
      var output: [UInt8] = []
      for record in (try? parser.records(bytes: pages, uri: "page.txt")) ?? [] {
        record.appendJSON(to: &output)
        output.append(UInt8(ascii: "\n"))
      }
      blackHole(output)
    }
  }

  let few = Benchmark.Configuration(
    metrics: [throughput], warmupIterations: 1, maxDuration: .seconds(5), maxIterations: 20)
  // The outline alone: one page of ever more numbered text.
  for megabytes in [1, 4, 16, 64] {
    let text = Array(repeatElement(page, count: megabytes * 1_000_000 / page.count + 1).joined())
    guard let read = try? PageReader().read(text) else { continue }
    Benchmark("outline of \(megabytes) MB", configuration: few, bytes: text.count) {
      blackHole(OutlineReader().documents(in: read.content))
    }
  }

  let records = (try? parser.records(bytes: page, uri: "page.txt")) ?? []
  let json = records.reduce(0) { $0 + $1.json().count }
  Benchmark("records to JSON Lines (of output)", bytes: json) {
    var output: [UInt8] = []
    for record in records { record.appendJSON(to: &output) }
    blackHole(output)
  }
}
