import Glibc

/// A text in another character set, as glibc writes it; empty where it has no such set or the set lacks a character.
func encoded(_ text: String, as set: String) -> [UInt8] {
  guard let converter = iconv_open(set, "UTF-8"), Int(bitPattern: converter) != -1 else { return [] }
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: input.count * 3 + 16)
  var inputLeft = input.count
  var outputLeft = output.count
  let capacity = output.count
  let isWhole = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var source = input.baseAddress
      var target = output.baseAddress
      return iconv(converter, &source, &inputLeft, &target, &outputLeft) != -1
    }
  }
  return isWhole ? output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) } : []
}
