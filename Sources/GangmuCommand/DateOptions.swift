import ArgumentParser
import Gangmu
import GangmuCorpus
import GangmuDates

/// What the reader of the dates is told beside the page.
struct DateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day on which the pages were fetched, as 2026-11-22.",
      discussion: "Words such as 明天 and 下周三 are resolved against it, and no date is put in a year after it.",
      valueName: "day"),
    transform: { text in
      guard let day = CivilDay(text) else { throw ValidationError("'\(text)' is no day such as 2026-11-22.") }
      return day
    })
  var asOf: CivilDay?

  @Option(
    help: ArgumentHelp(
      "A table of numbered yearly events beside those that gangmu knows.",
      discussion: "One a line: names parted by spaces, TAB, the year of the first one, TAB, source.", valueName: "file"),
    completion: .file())
  var series: String?

  /// A parser that knows it.
  func parser() throws -> PageParser {
    PageParser(dates: DateReader(try options()))
  }

  /// What the reader of the dates is told.
  func options() throws -> DateReader.Options {
    var options = DateReader.Options(asOf: asOf)
    if let series { options.series = try Self.series(in: series) }
    return options
  }

  private static func series(in path: String) throws -> [YearlySeries] {
    var iterator = PathSource([path]).makeIterator()
    switch iterator.next() {
    case .success(let input)?:
      var series: [YearlySeries] = []
      let lines = String(decoding: input.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let line = String(line.last == "\r" ? line.dropLast() : line)
        if line.isEmpty || line.hasPrefix("#") { continue }
        guard let one = YearlySeries(line: line) else {
          throw ValidationError("\(path):\(number + 1): not NAMES, TAB, YEAR, TAB, SOURCE")
        }
        series.append(one)
      }
      return series
    case .failure(let failure)?: throw ValidationError("\(failure)")
    case nil: return []
    }
  }
}
