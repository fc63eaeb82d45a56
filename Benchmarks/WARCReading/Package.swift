// swift-tools-version: 6.1
import PackageDescription

// Reads the pages of a WARC file and does nothing with them, for `Benchmarks/warc`.
let package = Package(
  name: "warc-reading",
  dependencies: [.package(name: "gangmu", path: "../..")],
  targets: [
    .executableTarget(name: "WARCReading", dependencies: [.product(name: "GangmuCorpus", package: "gangmu")])
  ],
  swiftLanguageModes: [.v6]
)
