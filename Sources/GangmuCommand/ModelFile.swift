import ArgumentParser
import GangmuClasses
import GangmuCorpus

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

  static func write(_ model: ClassModel, to path: String) throws {
    do throws(OutputFile.Failure) {
      try AtomicFile.write(model.bytes, to: path)
    } catch {
      throw end("cannot write the model: \(error)")
    }
  }

  private static func end(_ message: String) -> ExitCode {
    StandardError.write("gangmu: \(message)")
    return ExitCode(1)
  }
}
