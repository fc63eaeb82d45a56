import CZstd

/// The bytes that a Zstandard stream holds, frame after frame (RFC 8878).
final class ZstdStream: ByteStream {
  private let input: ByteWindow
  private let decoder: OpaquePointer?
  private var isInFrame = false
  private var isAtEnd = false
  private var faults: [StreamFault] = []

  /// Frames that want more memory than this, as a power of two, are refused.
  private static let largestWindow: Int32 = 27

  init(_ source: any ByteStream) {
    input = ByteWindow(source, capacity: 1 << 17)
    decoder = ZSTD_createDStream()
    if let decoder { ZSTD_DCtx_setParameter(decoder, ZSTD_d_windowLogMax, Self.largestWindow) }
  }

  deinit {
    ZSTD_freeDStream(decoder)
  }

  func takeFaults() -> [StreamFault] {
    defer { faults = [] }
    return faults + input.takeFaults()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    guard let decoder else { return 0 }
    while !isAtEnd {
      guard try input.fill(1) else {
        isAtEnd = true
        if isInFrame { faults.append(StreamFault(code: "input.cut", message: "the zstd data end within a frame")) }
        return 0
      }
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
      var source = ZSTD_inBuffer(src: input.bytes.baseAddress, size: input.count, pos: 0)
      let status = ZSTD_decompressStream(decoder, &output, &source)
      input.skip(source.pos)
      if ZSTD_isError(status) != 0 {
        faults.append(StreamFault(code: "input.damaged", message: "damaged zstd data; the rest is left out"))
        isAtEnd = true
      }
      isInFrame = status != 0
      if output.pos > 0 { return output.pos }
    }
    return 0
  }
}
