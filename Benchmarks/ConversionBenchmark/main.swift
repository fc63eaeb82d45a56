import Glibc
import HanText

// Prints the speed of each conversion and of the fold over a file, in megabytes of UTF-8 a second: the best of some rounds.
// usage: ConversionBenchmark FILE ROUNDS CONFIGURATION…

let arguments = CommandLine.arguments
guard arguments.count > 3, let rounds = Int(arguments[2]), let file = fopen(arguments[1], "r") else {
  print("usage: ConversionBenchmark FILE ROUNDS CONFIGURATION…")
  exit(64)
}
var text: [UInt8] = []
var chunk = [UInt8](repeating: 0, count: 1 << 20)
while true {
  let count = fread(&chunk, 1, chunk.count, file)
  if count == 0 { break }
  text += chunk[..<count]
}

/// Time of the processor, not of the clock: others may share the machine.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

@MainActor func speed(_ work: () -> Int) -> Double {
  var least = Double.infinity
  for _ in 0..<rounds {
    let start = processorSeconds()
    precondition(work() > 0)
    least = min(least, processorSeconds() - start)
  }
  return Double(text.count) / least / 1e6
}

for name in arguments[3...] {
  if name == "fold" {
    print(name, speed { FoldedText(utf8: text).count })
  } else if let configuration = ConversionConfiguration(rawValue: name) {
    let converter = Converter(configuration)
    print(name, speed { converter.convert(utf8: text).count })
  }
}
