// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses gangmu builds the benchmark library. Run it by `script/benchmark`.
let package = Package(
  name: "gangmu-benchmarks",
  dependencies: [
    .package(name: "gangmu", path: ".."),
    // Without traits it does without jemalloc, which counts allocations only.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "GangmuBenchmarks",
      dependencies: [
        .product(name: "Gangmu", package: "gangmu"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "GangmuBenchmarks",  // the plugin wants the folder above to be called Benchmarks
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // For conversion-speed.py, which runs it in turns with the peers.
    .executableTarget(
      name: "ConversionBenchmark", dependencies: [.product(name: "Gangmu", package: "gangmu")],
      path: "ConversionBenchmark"),
    // For script/benchmark-dates, which runs it beside the peers.
    .executableTarget(
      name: "DatesBenchmark", dependencies: [.product(name: "Gangmu", package: "gangmu")], path: "DatesBenchmark"),
  ],
  swiftLanguageModes: [.v6]
)
