import Gangmu
import GangmuCorpus

extension DatasetStatistics {
  /// A table for people.
  public func table(top: Int) -> String {
    var lines = sizes.map { "\($0.name)\t\($0.value)" }
    lines += ["characters a document\t\(lengthsLine)", "", "field\tdocuments\tshare\tvalues"]
    lines += coverage.map { "\($0.field)\t\($0.documents)\t\(share(of: $0))\t\($0.values)" }
    for listing in listings {
      lines += ["", "\(listing.title)\(listing.note(top: top).map { " (\($0))" } ?? "")"]
      lines += listing.entries(top: top).map { "\($0.value)\t\($0.count)" }
    }
    return TabbedLines.aligned(lines)
  }

  /// One JSON object, with a line end.
  public func json(top: Int) -> String {
    var writer = JSONWriter(layout: .pretty)
    writer.object { writer in
      writer.member(Key.format, "gangmu.statistics/1")
      writer.member(Key.records, records)
      writer.member(Key.failures, failures)
      writer.member(Key.pages, pages)
      writer.member(Key.pagesWithoutRecords, runs?.failures)
      writer.member(Key.bytes, bytes)
      writer.member(Key.length, LengthValue(lengths: lengths))
      writer.member(Key.fields, coverage.map(FieldValue.init))
      for listing in listings {
        writer.member(
          AnyKey(listing.name), GroupValue(counter: listing.counter, entries: listing.entries(top: top)))
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// A dataset card as the Hugging Face hub has them: YAML, then Markdown.
  public func markdown(top: Int) -> String {
    var lines = [
      "---", "language:", "- zh", "size_categories:", "- \(sizeCategory)", "tags:", "- chinese", "- gangmu", "---", "",
      "# Dataset card", "",
      "\(records) documents from \(pages) pages, \(lengths.total) characters. One JSON object a line in the form "
        + "`\(Record.format)`; every span counts Unicode scalars of `text`.",
      "", "| size | |", "| --- | ---: |",
    ]
    lines += sizes.map { "| \($0.name) | \($0.value) |" }
    lines += [
      "| characters a document (least, median, 90 %, most) | \(lengthsLine) |", "", "## Fields", "",
      "| field | documents | share | values |", "| --- | ---: | ---: | ---: |",
    ]
    lines += coverage.map { "| \($0.field) | \($0.documents) | \(share(of: $0)) | \($0.values) |" }
    for listing in listings {
      lines += ["", "## \(listing.title)", ""]
      if let note = listing.note(top: top) { lines += ["Here are \(note).", ""] }
      lines += ["| value | count |", "| --- | ---: |"]
      lines += listing.entries(top: top).map { "| \(Self.cell($0.value)) | \($0.count) |" }
    }
    lines += [
      "", "## How it was made", "",
      "Read by gangmu from scraped pages. Values are quotations; each claim names the rule that made it and a confidence. "
        + "Years that a page does not state stay unknown (`X` in EDTF).",
      "", "## To be filled in", "", "Where the pages come from, their licence, personal data in contacts and rosters.",
      "",
    ]
    return lines.joined(separator: "\n")
  }

  /// How much there is.
  private var sizes: [(name: String, value: Int)] {
    var sizes = [("records", records), ("pages", pages)]
    if let runs { sizes.append(("pages without records", runs.failures)) }
    return sizes + [("bytes of JSON", bytes), ("characters", lengths.total)]
  }

  /// What has values to be listed.
  private var listings: [ValueListing] {
    var errors = ValueCounter()
    for (code, count) in runs?.errors ?? [:] { errors.add(code, count: count) }
    let listings =
      zip(StatisticsGroup.all, counters).map {
        ValueListing(name: $0.name, title: $0.title, counter: $1, isOrdered: $0.isOrdered)
      } + [ValueListing(name: "errors", title: "Pages without records, by error", counter: errors)]
    return listings.filter { $0.counter.distinct > 0 }
  }

  private var lengthsLine: String {
    "\(lengths.least) · \(lengths.quantile(0.5)) · \(lengths.quantile(0.9)) · \(lengths.greatest)"
  }

  private func share(of coverage: Coverage) -> String {
    let parts = records == 0 ? 0 : (coverage.documents * 1000 + records / 2) / records
    return "\(parts / 10).\(parts % 10) %"
  }

  /// The class of size as the hub names it.
  private var sizeCategory: String {
    let steps = [(1000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M")]
    return steps.first { records < $0.0 }?.1 ?? (records < 10_000_000 ? "1M<n<10M" : "10M<n<100M")
  }

  /// A value in a cell of a Markdown table.
  private static func cell(_ value: String) -> String {
    value.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}

extension DatasetStatistics {
  private enum Key: String, CodingKey {
    case format, records, failures, pages
    case pagesWithoutRecords = "pages_without_records"
    case bytes, length, fields
    case field, documents, share, values, value, count, distinct, total, least, median, p90, greatest
    case tooLowBy = "too_low_by"
  }

  private struct LengthValue: JSONWritable {
    let lengths: LengthDistribution

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member(Key.total, lengths.total)
        $0.member(Key.least, lengths.least)
        $0.member(Key.median, lengths.quantile(0.5))
        $0.member(Key.p90, lengths.quantile(0.9))
        $0.member(Key.greatest, lengths.greatest)
      }
    }
  }

  private struct FieldValue: JSONWritable {
    let coverage: Coverage

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member(Key.field, coverage.field)
        $0.member(Key.documents, coverage.documents)
        $0.member(Key.values, coverage.values)
      }
    }
  }

  private struct GroupValue: JSONWritable {
    let counter: ValueCounter
    let entries: [ValueCounter.Entry]

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member(Key.distinct, counter.distinct)
        $0.member(Key.tooLowBy, counter.error)
        $0.member(Key.values, entries.map(EntryValue.init))
      }
    }
  }

  private struct EntryValue: JSONWritable {
    let entry: ValueCounter.Entry

    func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member(Key.value, entry.value)
        $0.member(Key.count, entry.count)
      }
    }
  }
}
