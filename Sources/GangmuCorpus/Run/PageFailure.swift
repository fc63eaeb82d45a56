import Gangmu

/// A page of a run that gave no records, as a line of JSON.
package struct PageFailure: Sendable, Hashable {
  /// The page's place in the input, from 0.
  package var position: Int
  /// Why it gave none.
  package var failure: InputFailure

  /// Appends it as one JSON object on a line of its own.
  package func appendLine(to bytes: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: exchange(&bytes, with: []))
    write(to: &writer)
    bytes = writer.bytes
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension PageFailure: JSONWritable {
  private enum CodingKeys: String, CodingKey {
    case source, position, stage, code, message
  }

  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member(CodingKeys.source, failure.uri)
      $0.member(CodingKeys.position, position)
      $0.member(CodingKeys.stage, failure.stage.rawValue)
      $0.member(CodingKeys.code, failure.code)
      $0.member(CodingKeys.message, failure.message)
    }
  }
}
