/// A reference to a character by its number, `&#12289;` or `&#x3001;`.
enum NumberedReference {
  /// The number behind an ampersand, no greater than 0x110000; 0 where none stands there. Like libxml2 it asks for no
  /// semicolon.
  static func value(behindAmpersand bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
    guard bytes.first == UInt8(ascii: "#") else { return 0 }
    var digits = bytes.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    if isHexadecimal { digits = digits.dropFirst() }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = UInt32(digit: byte), isHexadecimal || digit < 10 else { break }
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x110000)
    }
    return value
  }
}

extension UInt32 {
  /// The value of a hexadecimal digit in ASCII.
  fileprivate init?(digit byte: UInt8) {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self.init(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self.init(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self.init(byte - UInt8(ascii: "A") + 10)
    default: return nil
    }
  }
}
