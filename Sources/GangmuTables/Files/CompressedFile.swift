import CZlib
import CZstd
import GangmuCorpus
import Glibc

/// A file that is written to in large pieces, as it is or compressed.
final class CompressedFile {
  /// How a file is compressed.
  enum Compression {
    case none, gzip, zstd

    /// By the ending of a name.
    init(name: String) {
      self = name.hasSuffix(".gz") ? .gzip : name.hasSuffix(".zst") ? .zstd : .none
    }
  }

  private enum Encoder {
    case none
    case gzip(gzFile)
    case zstd(OpaquePointer)
  }

  /// What is to be written. Append to it, then call `writeIfFull()`.
  var buffer: [UInt8] = []
  private let descriptor: Int32
  private var isClosed = false
  private let path: String
  private let encoder: Encoder
  private static let capacity = 1 << 18

  /// Makes a file of a descriptor, which it closes.
  init(descriptor: Int32, path: String, _ compression: Compression) throws(ExportFailure) {
    self.descriptor = descriptor
    self.path = path
    switch compression {
    case .none: encoder = .none
    case .gzip:
      guard let file = gzdopen(descriptor, "wb6") else {
        close(descriptor)
        throw .system(path, ENOMEM)
      }
      encoder = .gzip(file)
    case .zstd:
      guard let context = ZSTD_createCCtx() else {
        close(descriptor)
        throw .system(path, ENOMEM)
      }
      ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
      encoder = .zstd(context)
    }
  }

  deinit {
    if case .zstd(let context) = encoder { ZSTD_freeCCtx(context) }
    if isClosed { return }
    if case .gzip(let file) = encoder { gzclose(file) } else { close(descriptor) }
  }

  /// Writes the buffer where it is large enough to be worth it.
  func writeIfFull() throws(ExportFailure) {
    if buffer.count >= Self.capacity { try write() }
  }

  /// Writes what is left and closes the file.
  /// - Parameter synchronizing: Whether to wait until a file that is not compressed is on the disk.
  func end(synchronizing: Bool = false) throws(ExportFailure) {
    try write()
    switch encoder {
    case .none:
      if synchronizing, fsync(descriptor) != 0, errno != EINVAL { throw .system(path, errno) }
    case .gzip(let file):
      isClosed = true
      if gzclose(file) != Z_OK { throw .system(path, errno) }
      return
    case .zstd(let context): try compress([], context, ZSTD_e_end)
    }
    isClosed = true
    if close(descriptor) != 0 { throw .system(path, errno) }
  }

  /// Writes the buffer.
  func write() throws(ExportFailure) {
    defer { buffer.removeAll(keepingCapacity: buffer.count <= Self.capacity * 8) }
    switch encoder {
    case .none: try write(buffer)
    case .gzip(let file):
      if !buffer.isEmpty, gzwrite(file, buffer, UInt32(buffer.count)) == 0 { throw .system(path, errno) }
    case .zstd(let context): try compress(buffer, context, ZSTD_e_continue)
    }
  }

  private func compress(_ bytes: [UInt8], _ context: OpaquePointer, _ end: ZSTD_EndDirective) throws(ExportFailure) {
    var offset = 0
    var rest = 1
    repeat {
      var output = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
      var written = 0
      bytes.withUnsafeBytes { source in
        output.withUnsafeMutableBytes { target in
          var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: offset)
          var room = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
          rest = ZSTD_compressStream2(context, &room, &input, end)
          (offset, written) = (input.pos, room.pos)
        }
      }
      if ZSTD_isError(rest) != 0 { throw .unwritable(path, reason: "Zstandard failed") }
      try write(Array(output.prefix(written)))
    } while end == ZSTD_e_end ? rest > 0 : offset < bytes.count
  }

  private func write(_ bytes: [UInt8]) throws(ExportFailure) {
    var file = OutputFile(descriptor: descriptor)
    file.buffer = bytes
    do throws(OutputFile.Failure) {
      try file.flush()
    } catch {
      switch error {
      case .closed: throw .closed
      case .system(let reason): throw .unwritable(path, reason: reason)
      }
    }
  }
}
