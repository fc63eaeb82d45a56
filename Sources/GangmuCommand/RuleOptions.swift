import ArgumentParser
import Gangmu
import GangmuCorpus
import GangmuDates
import GangmuRules

/// The rules that a user adds.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Rules of your own, see gangmu rules.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var rules: String?

  /// A parser that goes by them.
  func parser(_ dates: DateOptions) throws -> PageParser {
    guard let rules else { return try dates.parser() }
    return try Self.read(rules).parser(dates: try dates.options())
  }

  /// The rules of a file. What is wrong in it is written to standard error and ends the program with code 1.
  static func read(_ path: String) throws -> RuleFile {
    var iterator = PathSource([path]).makeIterator()
    let text: String
    switch iterator.next() {
    case .success(let input)?: text = String(decoding: input.bytes, as: UTF8.self)
    case .failure(let failure)?:
      StandardError.write("gangmu: \(failure)")
      throw ExitCode(1)
    case nil: text = ""
    }
    do throws(RuleFileReader.Failures) {
      return try RuleFileReader.read(text, name: path)
    } catch {
      for failure in error.failures { StandardError.write("gangmu: \(failure)") }
      throw ExitCode(1)
    }
  }
}
