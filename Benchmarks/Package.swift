// swift-tools-version: 6.1
import PackageDescription

// Measures that need to run in one process. A package of its own, so that those who use gangmu do not build them.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "gangmu", path: "..")],
  targets: [
    .executableTarget(
      name: "ConversionBenchmark", dependencies: [.product(name: "Gangmu", package: "gangmu")],
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux]))])
  ],
  swiftLanguageModes: [.v6]
)
