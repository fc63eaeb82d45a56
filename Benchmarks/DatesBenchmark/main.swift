import GangmuDates
import Glibc
import HanText

// Prints how fast the dates of a file are read, in bytes of UTF-8 a second of processor time, as the median of some rounds: from
// a text that is folded already, and with its folding; then how many expressions there are.
// usage: DatesBenchmark FILE ROUNDS

let arguments = CommandLine.arguments
guard arguments.count == 3, let rounds = Int(arguments[2]), rounds > 0, let file = fopen(arguments[1], "r") else {
  print("usage: DatesBenchmark FILE ROUNDS")
  exit(64)
}
var page: [UInt8] = []
var chunk = [UInt8](repeating: 0, count: 1 << 20)
while true {
  let count = fread(&chunk, 1, chunk.count, file)
  if count == 0 { break }
  page += chunk[..<count]
}
let utf8 = page
let reader = DateReader()
let folded = FoldedText(utf8: utf8)
/// A page takes microseconds, so a round reads it many times.
let repetitions = max(1, 20_000_000 / max(utf8.count, 1))

/// Time of the processor, not of the clock: others may share the machine.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

@MainActor func rate(_ work: () -> Int) -> Double {
  var spent: [Double] = []
  for _ in 0..<rounds {
    let start = processorSeconds()
    for _ in 0..<repetitions { precondition(work() >= 0) }
    spent.append(processorSeconds() - start)
  }
  return Double(utf8.count * repetitions) / spent.sorted()[rounds / 2]
}

print(rate { reader.dates(in: folded).dates.count })
print(rate { reader.dates(in: FoldedText(utf8: utf8)).dates.count })
print(reader.dates(in: folded).dates.count)
