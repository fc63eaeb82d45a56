// swift-tools-version: 6.1
import PackageDescription

// The order of the targets is the way of a page through the house: an import never points further down this list.
let package = Package(
  name: "gangmu",
  products: [
    .library(name: "Gangmu", targets: ["HanText", "GangmuPages", "GangmuOutline", "GangmuDates", "GangmuFields", "Gangmu"]),
    .library(name: "GangmuCorpus", targets: ["GangmuCorpus"]),
    .executable(name: "gangmu", targets: ["GangmuCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "CHanTables", exclude: ["Tables"]),
    .target(name: "HanText", dependencies: ["CHanTables"]),
    .target(name: "GangmuPages", dependencies: ["HanText", "CLibXML2"]),
    .target(name: "GangmuOutline", dependencies: ["HanText"]),
    .target(name: "GangmuDates", dependencies: ["HanText"]),
    .target(name: "GangmuFields", dependencies: ["HanText", "GangmuOutline", "GangmuDates"]),
    .target(
      name: "Gangmu",
      dependencies: ["HanText", "GangmuPages", "GangmuOutline", "GangmuDates", "GangmuFields", "CNettle"]),
    .target(name: "GangmuCorpus", dependencies: ["Gangmu", "GangmuPages"]),
    .executableTarget(
      name: "GangmuCommand",
      dependencies: ["GangmuCorpus", "Gangmu", "HanText", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      // Loading the dynamic standard library and Foundation (which the argument parser imports) takes three times as long
      // as reading a page. The libraries after the first flag are those that static Foundation leaves to its user.
      linkerSettings: [
        .unsafeFlags(
          [
            "-static-stdlib", "-lswiftSynchronization", "-l_FoundationCShims", "-l_FoundationCollections",
            "-l_FoundationICU",
          ], .when(platforms: [.linux]))
      ]),
    .target(name: "TestSupport", dependencies: ["HanText"], path: "Tests/Support"),
    .testTarget(name: "HanTextTests", dependencies: ["HanText", "TestSupport"]),
    .testTarget(name: "GangmuPagesTests", dependencies: ["GangmuPages", "TestSupport"]),
    .testTarget(name: "GangmuOutlineTests", dependencies: ["GangmuOutline", "TestSupport"]),
    .testTarget(name: "GangmuDatesTests", dependencies: ["GangmuDates", "TestSupport"]),
    .testTarget(name: "GangmuFieldsTests", dependencies: ["GangmuFields", "TestSupport"]),
    .testTarget(
      name: "GangmuTests",
      dependencies: ["Gangmu", "GangmuPages", "GangmuOutline", "GangmuDates", "GangmuFields", "HanText"]),
    .testTarget(name: "GangmuCorpusTests", dependencies: ["GangmuCorpus", "Gangmu"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
