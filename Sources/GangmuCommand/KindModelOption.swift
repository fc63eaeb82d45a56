import ArgumentParser
import Gangmu
import GangmuCorpus

/// A model for the kinds of documents that no rule knows.
struct KindModelOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A model that tells the kind of a document where the rules are silent.",
      discussion: """
        Trained by gangmu classify train --label kind.label on records with kinds that are right. The record says \
        kind.model as its rule, and the model's probability as the confidence; a kind that a rule has read stays.
        """, valueName: "model"),
    completion: .file())
  var kindModel: String?

  /// A parser that asks the model.
  func parser(_ parser: PageParser) throws -> PageParser {
    guard let kindModel else { return parser }
    let model = try ModelFile.read(kindModel)
    do throws(KindModel.Failure) {
      var parser = parser
      parser.kindJudge = try KindModel(model).kind
      return parser
    } catch {
      StandardError.write("gangmu: \(kindModel): \(error)")
      throw ExitCode(1)
    }
  }
}
