/// Decodes the scalars of a compiled table, which is valid UTF-8 by construction, and calls `body` with each.
@inline(__always)
func forEachScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
  var offset = 0
  while offset < bytes.count {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 {
      body(lead)
      offset += 1
    } else if lead < 0xE0 {
      body((lead & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F))
      offset += 2
    } else if lead < 0xF0 {
      body((lead & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F))
      offset += 3
    } else {
      body(
        (lead & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12 | UInt32(bytes[offset + 2] & 0x3F) << 6
          | UInt32(bytes[offset + 3] & 0x3F))
      offset += 4
    }
  }
}
