import GangmuCorpus
import GangmuPages
import Glibc

// usage: Reading pages FILE    how many pages, bytes and failures a file gives, and the seconds that it took
//        Reading decode FILE   the character set of a file, the bytes of its UTF-8, and the seconds
let arguments = Array(CommandLine.arguments.dropFirst())
// As the program does.
MemoryPolicy.keepFreedMemory()

/// Seconds of processor time: others may be at work on the machine.
func seconds(_ work: () -> Void) -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  work()
  return now() - start
}

if arguments.first == "decode" {
  for case .success(let page) in PathSource(Array(arguments.dropFirst())) {
    var found = ("", 0)
    let time = seconds {
      if let decoded = try? PageReader().utf8(of: page.bytes) { found = (decoded.encoding, decoded.utf8.count) }
    }
    print(found.0, found.1, time)
  }
} else {
  var (pages, bytes, failures) = (0, 0, 0)
  let time = seconds {
    for result in PathSource(Array(arguments.dropFirst())) {
      switch result {
      case .success(let page):
        pages += 1
        bytes += page.bytes.count
      case .failure: failures += 1
      }
    }
  }
  print(pages, bytes, failures, time)
}
