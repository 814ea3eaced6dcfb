// swift-tools-version: 6.2
import PackageDescription

// Warnings stop the build in CI only: a newer compiler must not break a user's build.
let strict: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + strict

/// A library of the system that the package manager finds through pkg-config.
func system(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

let package = Package(
  name: "linchpin",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "linchpin", targets: ["LinchpinCommand"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    system("CGraphviz", "libgvc", apt: "libgraphviz-dev", brew: "graphviz"),
    system("CHarfBuzz", "harfbuzz", apt: "libharfbuzz-dev", brew: "harfbuzz"),
    system("CPublicSuffix", "libpsl", apt: "libpsl-dev", brew: "libpsl"),
    system("CIDN", "libidn2", apt: "libidn2-dev", brew: "libidn2"),
    system("CZlib", "zlib", apt: "zlib1g-dev", brew: "zlib"),
    system("CZstd", "libzstd", apt: "libzstd-dev", brew: "zstd"),
    system("CHashing", "libcrypto", apt: "libssl-dev", brew: "openssl@3"),
    system("SimdJSONLibrary", "simdjson", apt: "libsimdjson-dev", brew: "simdjson"),
    .target(name: "CSimdJSON", dependencies: ["SimdJSONLibrary"]),

    .target(name: "Graphs", swiftSettings: settings),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz"]),
    .target(
      name: "Drawing", dependencies: ["CGraphvizShim", "CHarfBuzz"], swiftSettings: settings),
    .target(
      name: "LinchpinCore", dependencies: ["Graphs", "CPublicSuffix", "CIDN"],
      swiftSettings: settings),
    .target(
      name: "LinchpinReading",
      dependencies: [
        "LinchpinCore", "CSimdJSON", "CZlib", "CZstd", "CHashing",
        .product(name: "Yams", package: "Yams"), .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [.copy("Resources/catalogue")],
      swiftSettings: settings),
    .target(
      name: "LinchpinReporting", dependencies: ["LinchpinCore", "Drawing"],
      swiftSettings: settings),
    .executableTarget(
      name: "LinchpinCommand",
      dependencies: [
        "LinchpinReading", "LinchpinReporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "SampleGenerator", swiftSettings: settings),

    .testTarget(
      name: "LinchpinCoreTests", dependencies: ["LinchpinCore", "Graphs"],
      swiftSettings: settings),
    .testTarget(name: "GraphsTests", dependencies: ["Graphs"], swiftSettings: settings),
    .target(
      name: "ArticleChecks", dependencies: ["Drawing"], path: "Tests/ArticleChecks",
      swiftSettings: settings),
    .testTarget(
      name: "DrawingTests", dependencies: ["Drawing", "ArticleChecks"], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "FigureTests",
      dependencies: [
        "ArticleChecks", "Drawing", "LinchpinCore", "LinchpinReading", "LinchpinReporting",
      ], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "LinchpinReadingTests",
      dependencies: [
        "LinchpinReading", "LinchpinCore", "CZlib", "CZstd",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LinchpinReportingTests",
      dependencies: ["LinchpinReporting", "LinchpinCore", "Graphs", "ArticleChecks"],
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["LinchpinCommand", "SampleGenerator"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
