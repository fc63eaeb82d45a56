import ArgumentParser
import Gangmu
import GangmuCorpus
import HanText

/// `gangmu parse`: pages to records.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Write one JSON record for each document of each page.",
    discussion: """
      EXAMPLES:
        gangmu parse page.html more/*.txt > records.jsonl
        gangmu parse pages/ | head -1
        gangmu parse --pretty - < page.html
        gangmu parse --output records.jsonl.zst crawl.warc.gz
        gangmu parse --output records/ pages/            many pages, in shards
        gangmu parse --output records/ --resume pages/   the same, gone on with

      The records stand in the order of the inputs, one a line (JSON Lines). `source.uri` is the path as given or found. \
      The form of a record is what `gangmu schema` prints. In folders, names that begin with a dot are left out.

      An output folder holds part-NNNNN.jsonl.zst, errors-NNNNN.jsonl where pages of that part gave no records, and, when \
      the run is complete, manifest.json: input, options, and for each part its pages, counts, length and SHA-256. A run \
      that was interrupted or killed, or met a full disk, goes on with --resume, and ends with the same bytes as one that \
      was not. A file that is given as output appears when it is complete.

      EXIT CODES:
        0    all went well
        1    some page gave no records
        2    --fail-fast or --max-errors ended the run
        64   wrong usage
        73   the output is there already, or is that of another run, input or version
        74   the output cannot be written
        75   another run writes the output
        130  ended by SIGINT, 143 by SIGTERM: a folder holds all parts that were complete
      """)

  @Flag(help: "Indent the records, for people to read.")
  var pretty = false

  @Flag(help: "List in `noise` also what was set aside of the page: navigation, related links, comments.")
  var keepNoise = false

  @Flag(help: "Say in `source_map` where the text stood in the page, as `gangmu text --raw` prints it.")
  var sourceMap = false

  @Option(help: "Add each record's title, text, headings and themes in one script: hans, hant, tw, twp, hk.")
  var normalize: Reconciler.Target?

  @OptionGroup(title: "Output") var output: OutputOptions

  @OptionGroup(title: "The run") var options: RunOptions

  @OptionGroup var annotations: AnnotationOptions

  @OptionGroup var rules: RuleOptions

  @OptionGroup var kinds: KindModelOption

  @OptionGroup var dates: DateOptions

  @OptionGroup var inputs: Inputs

  func validate() throws {
    if output.isFolder, options.unordered { throw ValidationError("--unordered does not go with an output folder.") }
    if output.path != nil, pretty { throw ValidationError("--pretty goes with standard output.") }
    if output.path != nil, annotations.annotations == .brat {
      throw ValidationError("--annotations brat writes into its own folder: leave out --output.")
    }
  }

  func run() throws {
    try annotations.prepare()
    try ParseRun(self).run()
  }

  /// The run over the pages.
  func corpusRun() throws -> CorpusRun {
    var settings = CorpusRun.Options()
    if let jobs = options.jobs { settings.jobs = jobs }
    // Pages of one name go into the same file of brat's: with --force the last one stays, else the first.
    if annotations.annotations == .brat { settings.jobs = 1 }
    settings.isOrdered = !options.unordered
    settings.form.keepsPageNoise = keepNoise
    settings.form.mapsSource = sourceMap
    settings.form.normalization = normalize
    return CorpusRun(inputs.source, parser: try kinds.parser(rules.parser(dates)), options: settings)
  }

  /// How records are written to an output.
  func encoder(for output: any RunOutput) -> RecordEncoder {
    let layout: JSONLayout = pretty ? .pretty : .line
    return RecordEncoder(output.compression, limit: options.limit) {
      [annotations] (record, bytes) throws(InputFailure) in
      if try annotations.write(record, to: &bytes) { return }
      record.appendJSON(to: &bytes, layout)
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// What decides which records are written.
  var described: [RunDescription.Option] {
    [
      .init("keep_noise", keepNoise), .init("source_map", sourceMap), .init("normalize", normalize?.rawValue),
      .init("annotations", annotations.annotations?.rawValue), .init("as_of", dates.asOf.map { "\($0)" }),
      .init("series_sha256", dates.series.flatMap { FileDigest.sha256(of: $0) }),
      .init("rules_sha256", rules.rules.flatMap { FileDigest.sha256(of: $0) }),
      .init("kind_model_sha256", kinds.kindModel.flatMap { FileDigest.sha256(of: $0) }),
      .init("field", inputs.field), .init("id_field", inputs.idField), .init("exclude", inputs.exclude),
      .init("include", inputs.include),
    ] + output.described
  }
}
