import CZlib
import Gangmu

/// The files in a ZIP archive, each a page under the archive's path and its own (PKWARE's APPNOTE, without ZIP64).
struct ZipPages: PageContainer {
  private let uri: String
  private let bytes: [UInt8]
  private var entries: ArraySlice<Entry> = []
  private var failure: InputFailure?

  private struct Entry {
    var name: String
    var method: Int
    var isEncrypted: Bool
    var compressedSize: Int
    var size: Int
    var headerOffset: Int
  }

  /// The largest page of an archive, and how much smaller at most it may be within: what is smaller yet is a bomb.
  private static let largest = 1 << 28
  private static let largestRatio = 1000

  init(_ bytes: [UInt8], uri: String) {
    self.bytes = bytes
    self.uri = uri
    if let found = directory() {
      entries = found[...]
    } else {
      failure = InputFailure(
        uri: uri, stage: .read, code: "zip.damaged", message: "the archive's directory cannot be read")
    }
  }

  mutating func next() -> Result<PageInput, InputFailure>? {
    if let failure {
      self.failure = nil
      return .failure(failure)
    }
    guard let entry = entries.popFirst() else { return nil }
    let place = "\(uri)/\(entry.name)"
    func failed(_ code: String, _ message: String) -> Result<PageInput, InputFailure> {
      .failure(InputFailure(uri: place, stage: .read, code: code, message: message))
    }
    if entry.isEncrypted { return failed("zip.encrypted", "the file is encrypted") }
    guard entry.size <= Self.largest, entry.size <= max(entry.compressedSize, 1 << 10) * Self.largestRatio else {
      return failed("input.bomb", "\(entry.compressedSize) bytes claim to unfold to \(entry.size)")
    }
    guard let data = data(of: entry) else { return failed("zip.damaged", "the file cannot be read") }
    switch entry.method {
    case 0: return .success(PageInput(uri: place, bytes: Array(data)))
    case 8:
      guard let page = Self.inflated(data, size: entry.size) else {
        return failed("zip.damaged", "the file is damaged")
      }
      return .success(PageInput(uri: place, bytes: page))
    default: return failed("zip.method", "the file is compressed in a way (\(entry.method)) that is not read")
    }
  }

  private func number(_ offset: Int, _ width: Int) -> Int {
    guard offset >= 0, offset + width <= bytes.count else { return 0 }
    return (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
  }

  private func directory() -> [Entry]? {
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: lowest, by: -1).first(where: { number($0, 4) == 0x0605_4B50 })
    else { return nil }
    var entries: [Entry] = []
    var offset = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(offset, 4) == 0x0201_4B50 else { return nil }
      let nameStart = offset + 46
      let nameEnd = nameStart + number(offset + 28, 2)
      guard nameEnd <= bytes.count else { return nil }
      let entry = Entry(
        name: String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self), method: number(offset + 10, 2),
        isEncrypted: number(offset + 8, 2) & 1 != 0, compressedSize: number(offset + 20, 4),
        size: number(offset + 24, 4),
        headerOffset: number(offset + 42, 4))
      if !entry.name.hasSuffix("/"), !entry.name.hasPrefix("__MACOSX/") { entries.append(entry) }
      offset = nameEnd + number(offset + 30, 2) + number(offset + 32, 2)
    }
    return entries
  }

  private func data(of entry: Entry) -> ArraySlice<UInt8>? {
    let header = entry.headerOffset
    guard number(header, 4) == 0x0403_4B50 else { return nil }
    let start = header + 30 + number(header + 26, 2) + number(header + 28, 2)
    guard start <= bytes.count, entry.compressedSize <= bytes.count - start else { return nil }
    return bytes[start..<start + entry.compressedSize]
  }

  private static func inflated(_ data: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var state = z_stream()
    guard gangmu_inflate_init(&state, -15) == Z_OK else { return nil }
    defer { inflateEnd(&state) }
    var input = Array(data)
    var status = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        state.next_in = input.baseAddress
        state.avail_in = UInt32(clamping: input.count)
        state.next_out = output.baseAddress
        state.avail_out = UInt32(clamping: output.count)
        status = inflate(&state, Z_FINISH)
      }
      count = output.count - Int(state.avail_out)
    }
    return status == Z_STREAM_END && output.count == size ? output : nil
  }
}
