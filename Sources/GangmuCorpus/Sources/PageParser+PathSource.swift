import Gangmu
import GangmuPages

extension PageParser {
  /// The documents of each page of a source, or why it gives none, in the order of the source. One page is read at a time,
  /// when its turn comes.
  public func documents(in source: PathSource) -> some Sequence<Result<[ParsedDocument], InputFailure>> {
    source.lazy.map { page in page.flatMap { Self.result(of: $0, documents(in:)) } }
  }

  /// Each page of a source before its documents are found, or why it gives none.
  public func pages(in source: PathSource) -> some Sequence<Result<[(input: PageInput, page: Page)], InputFailure>> {
    source.lazy.map { input in input.flatMap { Self.result(of: $0, named(page:)) } }
  }

  private func named(page input: PageInput) throws(PageError) -> [(input: PageInput, page: Page)] {
    [(input, try page(in: input))]
  }

  /// The dates of each page of a source, or why it gives none, in the order of the source.
  public func dates(in source: PathSource) -> some Sequence<Result<[PageDate], InputFailure>> {
    source.lazy.map { page in page.flatMap { Self.result(of: $0, dates(in:)) } }
  }

  private static func result<Found>(
    of page: PageInput, _ read: (PageInput) throws(PageError) -> Found
  ) -> Result<Found, InputFailure> {
    do throws(PageError) {
      return .success(try read(page))
    } catch {
      return .failure(InputFailure(uri: page.uri, stage: .parse, code: error.code, message: error.message))
    }
  }
}
