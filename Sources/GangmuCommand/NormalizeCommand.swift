import ArgumentParser
import GangmuCorpus
import Glibc
import HanText

/// `gangmu normalize`: text to one script.
struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring text to one script, line for line.")

  @Option(help: "Convert one way, by OpenCC's name.")
  var config: ConversionConfiguration

  @Flag(name: .customLong("opencc-compatible"), help: "Cut sentences as OpenCC does.")
  var isOpenCCCompatible = false

  func run() throws {
    var output = OutputFile.standardOutput()
    var stream = Converter(config, policy: isOpenCCCompatible ? .longestMatch : .best).stream()
    let capacity = 1 << 16
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        count = max(read(STDIN_FILENO, buffer.baseAddress, capacity), 0)
      }
      if chunk.isEmpty { break }
      stream.write(chunk, into: &output.buffer)
      try output.flushIfFull()
    }
    stream.finish(into: &output.buffer)
    try output.flush()
  }
}

extension ConversionConfiguration: ExpressibleByArgument {}
