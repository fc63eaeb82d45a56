import Gangmu
import GangmuPages

extension PageParser {
  /// The documents of each page of a source, or why it gives none, in the order of the source. One page is read at a time,
  /// when its turn comes.
  public func documents(in source: PathSource) -> some Sequence<Result<[ParsedDocument], InputFailure>> {
    source.lazy.map { page in page.flatMap(documents(in:)) }
  }

  /// The pages of a source before their documents are found, or why one gives none.
  public func pages(in source: PathSource) -> some Sequence<Result<(input: PageInput, page: Page), InputFailure>> {
    source.lazy.map { input in input.flatMap(page(of:)) }
  }

  private func page(of input: PageInput) -> Result<(input: PageInput, page: Page), InputFailure> {
    do throws(PageError) {
      return .success((input, try page(in: input)))
    } catch {
      return .failure(InputFailure(uri: input.uri, stage: .parse, code: error.code, message: error.message))
    }
  }

  private func documents(in page: PageInput) -> Result<[ParsedDocument], InputFailure> {
    do throws(PageError) {
      return .success(try documents(in: page))
    } catch {
      return .failure(InputFailure(uri: page.uri, stage: .parse, code: error.code, message: error.message))
    }
  }
}
