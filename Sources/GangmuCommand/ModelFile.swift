import ArgumentParser
import GangmuClasses
import GangmuCorpus
import Glibc

/// Reads and writes model files.
enum ModelFile {
  static func read(_ path: String) throws -> ClassModel {
    let bytes: [UInt8]
    do throws(InputFailure) {
      bytes = try WholeFile.bytes(of: path)
    } catch {
      throw end(error.description)
    }
    do throws(ClassModel.FileFailure) {
      return try ClassModel(bytes: bytes)
    } catch {
      throw end("\(path): \(error)")
    }
  }

  /// Writes a model beside its place and then moves it there, so that a run that is broken off leaves no half of one.
  static func write(_ model: ClassModel, to path: String) throws {
    let draft = path + ".part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw end("\(path): cannot be written: \(String(cString: strerror(errno)))") }
    var file = OutputFile(descriptor: descriptor)
    file.buffer = model.bytes
    do throws(OutputFile.Failure) {
      try file.flush()
    } catch {
      close(descriptor)
      unlink(draft)
      throw end("\(path): cannot be written")
    }
    close(descriptor)
    guard rename(draft, path) == 0 else { throw end("\(path): cannot be written: \(String(cString: strerror(errno)))") }
  }

  private static func end(_ message: String) -> ExitCode {
    StandardError.write("gangmu: \(message)")
    return ExitCode(1)
  }
}
