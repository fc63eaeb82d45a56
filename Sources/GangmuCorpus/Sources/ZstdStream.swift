import CZstd

/// The bytes that a Zstandard stream holds, frame after frame (RFC 8878).
final class ZstdStream: ByteStream {
  private let source: any ByteStream
  private let decoder: OpaquePointer?
  private var input: [UInt8]
  private var available = 0..<0
  private var isInFrame = false
  private var isAtEnd = false
  private var faults: [StreamFault] = []

  /// Frames that want more memory than this, as a power of two, are refused.
  private static let largestWindow: Int32 = 27

  init(_ source: any ByteStream) {
    self.source = source
    input = [UInt8](repeating: 0, count: 1 << 17)
    decoder = ZSTD_createDStream()
    if let decoder { ZSTD_DCtx_setParameter(decoder, ZSTD_d_windowLogMax, Self.largestWindow) }
  }

  deinit {
    ZSTD_freeDStream(decoder)
  }

  func takeFaults() -> [StreamFault] {
    defer { faults = [] }
    return faults + source.takeFaults()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    guard let decoder else { return 0 }
    while !isAtEnd {
      if available.isEmpty { try refill() }
      if available.isEmpty {
        isAtEnd = true
        if isInFrame { faults.append(StreamFault(code: "input.cut", message: "the zstd data end within a frame")) }
        return 0
      }
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
      var consumed = 0
      let status = input.withUnsafeBytes { bytes in
        var source = ZSTD_inBuffer(
          src: bytes.baseAddress.map { $0 + available.lowerBound }, size: available.count, pos: 0)
        defer { consumed = source.pos }
        return ZSTD_decompressStream(decoder, &output, &source)
      }
      available = available.lowerBound + consumed..<available.upperBound
      if ZSTD_isError(status) != 0 {
        faults.append(StreamFault(code: "input.damaged", message: "damaged zstd data; the rest is left out"))
        isAtEnd = true
      }
      isInFrame = status != 0
      if output.pos > 0 { return output.pos }
    }
    return 0
  }

  private func refill() throws(SystemError) {
    var count = 0
    var failure: SystemError?
    input.withUnsafeMutableBytes { buffer in
      do throws(SystemError) { count = try source.read(into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    available = 0..<count
  }
}
