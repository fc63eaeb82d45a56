// swift-tools-version: 6.1
import PackageDescription

// The order of the targets is the way of a page through the house: an import never points further down this list.
//
// A target names every target whose types it sees, not only the nearest: the build system compiles a target anew when one
// of those that it names changed, and one that was compiled for the old layout of a type would read past it.
let rooms: [Target.Dependency] = ["HanText", "GangmuPages", "GangmuOutline", "GangmuDates", "GangmuFields"]

let package = Package(
  name: "gangmu",
  products: [
    .library(
      name: "Gangmu", targets: ["HanText", "GangmuPages", "GangmuOutline", "GangmuDates", "GangmuFields", "Gangmu"]),
    .library(name: "GangmuCorpus", targets: ["GangmuCopies", "GangmuClasses", "GangmuCorpus"]),
    .library(name: "GangmuTables", targets: ["GangmuTables"]),
    .executable(name: "gangmu", targets: ["GangmuCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CScheduler"),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "CHanTables", exclude: ["Tables", "Compiled"]),
    .target(name: "HanText", dependencies: ["CHanTables"]),
    // Writes what CHanTables embeds. No product has it; script/compile-tables runs it.
    .target(name: "HanTableCompiler", dependencies: ["HanText"]),
    .executableTarget(name: "CompileHanTables", dependencies: ["HanText", "HanTableCompiler"]),
    .target(name: "GangmuPages", dependencies: ["HanText", "CLibXML2"]),
    .target(name: "GangmuOutline", dependencies: ["HanText"]),
    .target(name: "GangmuDates", dependencies: ["HanText"]),
    .target(name: "GangmuFields", dependencies: ["HanText", "GangmuOutline", "GangmuDates"]),
    .target(name: "Gangmu", dependencies: rooms + ["CNettle"]),
    .target(name: "GangmuCopies", dependencies: ["HanText"]),
    .target(name: "GangmuClasses", dependencies: ["HanText"]),
    .target(
      name: "GangmuCorpus",
      dependencies: rooms + ["Gangmu", "GangmuCopies", "GangmuClasses", "CMalloc", "CScheduler", "CZlib", "CZstd"]),
    .target(name: "GangmuRules", dependencies: rooms + ["Gangmu", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "GangmuTables",
      dependencies: rooms + [
        "Gangmu", "GangmuCorpus", "CRename", "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "GangmuCommand",
      dependencies: rooms + [
        "Gangmu", "GangmuCopies", "GangmuClasses", "GangmuCorpus", "GangmuRules", "GangmuTables",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // With the standard library inside it, the program starts in 4 ms instead of 6 and runs where no Swift is installed.
      // The libraries after the first flag are those that static Foundation, which the argument parser imports, leaves to
      // its user. No library product has unsafe flags, so other packages can use those.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-lswiftSynchronization", "-l_FoundationCShims", "-l_FoundationCollections",
            "-lCoreFoundation", "-l_FoundationICU",
          ], .when(platforms: [.linux]))
      ]),
    .target(name: "TestSupport", dependencies: ["HanText"], path: "Tests/Support"),
    .testTarget(name: "HanTextTests", dependencies: ["HanText", "HanTableCompiler", "TestSupport"]),
    .testTarget(name: "GangmuPagesTests", dependencies: rooms + ["TestSupport"]),
    .testTarget(name: "GangmuOutlineTests", dependencies: rooms + ["TestSupport"]),
    .testTarget(name: "GangmuDatesTests", dependencies: rooms + ["TestSupport"]),
    .testTarget(name: "GangmuFieldsTests", dependencies: rooms + ["TestSupport"]),
    .testTarget(name: "GangmuTests", dependencies: rooms + ["Gangmu", "TestSupport"]),
    .testTarget(name: "GangmuCopiesTests", dependencies: ["HanText", "GangmuCopies", "TestSupport"]),
    .testTarget(name: "GangmuClassesTests", dependencies: ["HanText", "GangmuClasses", "TestSupport"]),
    .testTarget(
      name: "GangmuCorpusTests",
      dependencies: rooms + ["Gangmu", "GangmuCopies", "GangmuClasses", "GangmuCorpus", "TestSupport"]),
    .testTarget(name: "GangmuRulesTests", dependencies: rooms + ["Gangmu", "GangmuRules"]),
    .testTarget(
      name: "GangmuTablesTests",
      dependencies: rooms + [
        "Gangmu", "GangmuCorpus", "GangmuTables", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    // Runs the program as users do. Depending on its target would link its static standard library into the tests.
    .testTarget(name: "GangmuCommandTests", dependencies: rooms + ["Gangmu", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
