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
    let digits = String(parts % 10_000)
    bytes = Array("\(parts / 10_000).\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
  }

  func write(to writer: inout JSONWriter) {
    writer.raw(bytes)
  }
}
