// swift-tools-version: 6.1
import PackageDescription

// Runs single steps of reading, for `Benchmarks/warc` and `Benchmarks/charsets`.
let package = Package(
  name: "reading",
  dependencies: [.package(name: "gangmu", path: "../..")],
  targets: [
    .executableTarget(
      name: "Reading",
      dependencies: [.product(name: "GangmuCorpus", package: "gangmu"), .product(name: "Gangmu", package: "gangmu")])
  ],
  swiftLanguageModes: [.v6]
)
