extension UTF8 {
  /// The number of bytes of the sequence that a lead byte opens, in valid UTF-8.
  @inlinable
  static func width(ofLead lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
