import ArgumentParser
import Gangmu
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

      The records stand in the order of the inputs, one a line (JSON Lines). `source.uri` is the path as given or found. \
      The form of a record is what `gangmu schema` prints. In folders, names that begin with a dot are left out.
      """)

  @Flag(help: "Indent the records, for people to read.")
  var pretty = false

  @Flag(help: "List in `noise` also what was set aside of the page: navigation, related links, comments.")
  var keepNoise = false

  @Flag(help: "Say in `source_map` where the text stood in the page, as `gangmu text --raw` prints it.")
  var sourceMap = false

  @Option(help: "Add each record's title, text, headings and themes in one script: hans, hant, tw, twp, hk.")
  var normalize: Reconciler.Target?

  @OptionGroup var annotations: AnnotationOptions

  @OptionGroup var rules: RuleOptions

  @OptionGroup var kinds: KindModelOption

  @OptionGroup var dates: DateOptions

  @OptionGroup var inputs: Inputs

  func run() throws {
    try annotations.prepare()
    var hasFailed = false
    try inputs.forEachDocument(try kinds.parser(rules.parser(dates))) { document, _, output in
      var record = Record(document, keepsPageNoise: keepNoise, mapsSource: sourceMap)
      switch annotations.write(record, to: &output) {
      case .notAsked: break
      case .written: return
      case .failed:
        hasFailed = true
        return
      }
      if let normalize { record.normalize(to: normalize) }
      record.appendJSON(to: &output, pretty ? .pretty : .line)
      output.append(UInt8(ascii: "\n"))
    }
    if hasFailed { throw ExitCode(1) }
  }
}
