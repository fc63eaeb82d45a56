import Gangmu
import HanText

/// A file that holds many pages: an archive, a file of JSON Lines.
protocol PageContainer {
  /// The next page, or what went wrong; nil at the end. What was wrong with a page that can be read is among its warnings.
  mutating func next() -> Result<PageInput, InputFailure>?
}

extension StreamFault {
  func failure(of uri: String) -> InputFailure {
    InputFailure(uri: uri, stage: .read, code: code, message: message)
  }

  var warning: TextWarning { TextWarning(code: code, span: nil, message: message) }
}
