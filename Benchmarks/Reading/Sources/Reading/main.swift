import GangmuCorpus
import GangmuPages

// usage: Reading pages FILE    how many pages, bytes and failures a file gives, and the seconds that it took
//        Reading decode FILE   the character set of a file, the bytes of its UTF-8, and the seconds
let arguments = Array(CommandLine.arguments.dropFirst())
let clock = ContinuousClock()
// As the program does.
MemoryPolicy.keepFreedMemory()

func seconds(_ work: () -> Void) -> Double {
  let time = clock.measure(work)
  return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
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
