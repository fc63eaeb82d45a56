import Gangmu

/// A value that is JSON already.
struct RawJSON: JSONWritable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A number of 0…1 with four decimals, the same on every machine.
  init(fraction value: Double) {
    let parts = Int((min(max(value.isNaN ? 0 : value, 0), 1) * 10_000).rounded())
    func digit(_ unit: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(parts / unit % 10) }
    bytes = [digit(10_000), UInt8(ascii: "."), digit(1000), digit(100), digit(10), digit(1)]
  }

  func write(to writer: inout JSONWriter) {
    writer.raw(bytes)
  }
}
