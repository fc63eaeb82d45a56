import Gangmu
import GangmuPages

extension PageParser {
  /// The documents of each page of a source, or why it gives none, in the order of the source. One page is read at a time,
  /// when its turn comes.
  public func documents(in source: PathSource) -> some Sequence<Result<[ParsedDocument], InputFailure>> {
    source.lazy.map { page in page.flatMap(documents(in:)) }
  }

  private func documents(in page: PageInput) -> Result<[ParsedDocument], InputFailure> {
    do throws(PageError) {
      return .success(try documents(in: page))
    } catch {
      return .failure(InputFailure(uri: page.uri, stage: .parse, code: error.code, message: error.message))
    }
  }
}
