import CZstd

/// Compresses a stream into one Zstandard frame (RFC 8878): some readers stop behind the first.
final class ZstdCompressor {
  private let context: OpaquePointer?
  private var output: [UInt8]

  /// zstd's own default.
  private static let level: Int32 = 3

  init() {
    context = ZSTD_createCCtx()
    output = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
    if let context {
      ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Self.level)
      ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    }
  }

  deinit {
    ZSTD_freeCCtx(context)
  }

  /// Compresses bytes, and gives what is ready to `write`; all that is left where these are the last.
  func compress(
    _ bytes: [UInt8], isLast: Bool, write: (ArraySlice<UInt8>) throws(OutputFile.Failure) -> Void
  ) throws(OutputFile.Failure) {
    guard let context else { throw .system("no memory left to compress with") }
    var consumed = 0
    while true {
      var target = ZSTD_outBuffer(dst: nil, size: output.count, pos: 0)
      var source = ZSTD_inBuffer(src: nil, size: bytes.count, pos: consumed)
      let rest = output.withUnsafeMutableBytes { output in
        bytes.withUnsafeBytes { bytes in
          target.dst = output.baseAddress
          source.src = bytes.baseAddress
          return ZSTD_compressStream2(context, &target, &source, isLast ? ZSTD_e_end : ZSTD_e_continue)
        }
      }
      guard ZSTD_isError(rest) == 0 else { throw .system("zstd: \(String(cString: ZSTD_getErrorName(rest)))") }
      consumed = source.pos
      if target.pos > 0 { try write(output[..<target.pos]) }
      if isLast ? rest == 0 : consumed == bytes.count { return }
    }
  }
}
