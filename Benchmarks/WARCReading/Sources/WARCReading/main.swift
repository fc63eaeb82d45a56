import GangmuCorpus

// usage: WARCReading FILE; prints how many pages, bytes and failures the file gives, and the seconds that it took.
let clock = ContinuousClock()
var (pages, bytes, failures) = (0, 0, 0)
let time = clock.measure {
  for result in PathSource(Array(CommandLine.arguments.dropFirst())) {
    switch result {
    case .success(let page):
      pages += 1
      bytes += page.bytes.count
    case .failure: failures += 1
    }
  }
}
print(pages, bytes, failures, Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
