import CZlib
import Gangmu
import GangmuPages

/// The files in a ZIP archive, each a page under the archive's path and its own (PKWARE's APPNOTE, with ZIP64).
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
    guard entry.size <= Self.largest, entry.size / Self.largestRatio <= max(entry.compressedSize, 1 << 10) else {
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

  /// A number of so many bytes, the least first; 0 beyond the end, and the largest where it does not fit.
  private func number(_ offset: Int, _ width: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - width else { return 0 }
    let number = (0..<width).reduce(UInt64(0)) { $0 | UInt64(bytes[offset + $1]) << UInt64($1 * 8) }
    return Int(clamping: number)
  }

  private func directory() -> [Entry]? {
    guard var (offset, count) = directoryPlace() else { return nil }
    var entries: [Entry] = []
    while count > 0 {
      guard number(offset, 4) == 0x0201_4B50 else { return nil }
      let nameStart = offset + 46
      let nameEnd = nameStart + number(offset + 28, 2)
      let extraEnd = nameEnd + number(offset + 30, 2)
      guard nameEnd <= bytes.count else { return nil }
      var entry = Entry(
        name: Self.name(bytes[nameStart..<nameEnd]), method: number(offset + 10, 2),
        isEncrypted: number(offset + 8, 2) & 1 != 0, compressedSize: number(offset + 20, 4),
        size: number(offset + 24, 4), headerOffset: number(offset + 42, 4))
      widen(&entry, by: nameEnd..<extraEnd)
      if !entry.name.hasSuffix("/"), !entry.name.hasPrefix("__MACOSX/") { entries.append(entry) }
      offset = extraEnd + number(offset + 32, 2)
      count -= 1
    }
    return entries
  }

  /// Where the directory begins, and how many entries it has.
  private func directoryPlace() -> (offset: Int, count: Int)? {
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    guard bytes.count >= 22,
      let end = stride(from: bytes.count - 22, through: lowest, by: -1).first(where: { number($0, 4) == 0x0605_4B50 })
    else { return nil }
    let place = (offset: number(end + 16, 4), count: number(end + 10, 2))
    // In ZIP64 a locator before this record says where the larger one is (section 4.3.14).
    guard place.offset == Self.wide || place.count == 0xFFFF, number(end - 20, 4) == 0x0706_4B50 else { return place }
    let record = number(end - 12, 8)
    guard number(record, 4) == 0x0606_4B50 else { return nil }
    return (number(record + 48, 8), number(record + 32, 8))
  }

  /// Takes numbers of 64 bits from an entry's extra field of ZIP64 where those of 32 are full (section 4.5.3).
  private func widen(_ entry: inout Entry, by extra: Range<Int>) {
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = field + 4 + number(field + 2, 2)
      if number(field, 2) == 1 {
        var place = field + 4
        for key in [\Entry.size, \.compressedSize, \.headerOffset]
        where entry[keyPath: key] == Self.wide && place + 8 <= end {
          entry[keyPath: key] = number(place, 8)
          place += 8
        }
      }
      field = end
    }
  }

  private static let wide = 0xFFFF_FFFF

  /// The name of an entry: in UTF-8, or in the character set of the machine that packed it.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let decoded = try? PageReader().utf8(of: Array(bytes))
    return String(decoding: decoded?.utf8 ?? Array(bytes), as: UTF8.self)
  }

  private func data(of entry: Entry) -> ArraySlice<UInt8>? {
    let header = entry.headerOffset
    guard header < bytes.count, number(header, 4) == 0x0403_4B50 else { return nil }
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
