import CNettle

/// The SHA-256 of bytes given piece by piece.
package struct SHA256: Sendable {
  private var context = sha256_ctx()

  /// Starts with no bytes.
  package init() {
    nettle_sha256_init(&context)
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(&context, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
  }

  /// The digest, or its first bytes, as hexadecimal digits, two a byte. Starts anew.
  package mutating func hexDigest(bytes count: Int = Int(SHA256_DIGEST_SIZE)) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { digest in
      nettle_sha256_digest(&context, count, digest.baseAddress)
      return String(unsafeUninitializedCapacity: 2 * count) { digits in
        for (place, byte) in digest.enumerated() {
          digits[2 * place] = Self.digit(byte >> 4)
          digits[2 * place + 1] = Self.digit(byte & 0xF)
        }
        return 2 * count
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The digest of bytes as 64 hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.hexDigest()
  }
}
