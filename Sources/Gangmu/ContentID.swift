import HanText

/// The stable id of a document's content.
///
/// It is the first 16 hexadecimal digits of the SHA-256 of the text's fold, without its spaces and line ends, as UTF-16LE.
/// So it is one id for copies that differ only in script, in width, in the case of letters, in the kind of dash or in
/// layout. Characters beyond U+FFFF (emoji, rare Han) fold to one sentinel, so texts that differ only there share an id.
enum ContentID {
  private static let bufferSize = 4096

  static func id(of text: FoldedText) -> String {
    var hash = SHA256()
    var buffer = [UInt16](repeating: 0, count: bufferSize)
    buffer.withUnsafeMutableBufferPointer { buffer in
      var used = 0
      for unit in text.units where unit != " " && unit != "\n" {
        buffer[used] = unit.rawValue.littleEndian
        used += 1
        if used == bufferSize {
          hash.update(UnsafeRawBufferPointer(UnsafeBufferPointer(buffer)))
          used = 0
        }
      }
      hash.update(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<used])))
    }
    return String(hash.hexDigest().prefix(16))
  }
}
