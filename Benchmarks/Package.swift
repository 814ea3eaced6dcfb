// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that users of Linchpin never resolve or build it.
let package = Package(
  name: "linchpin-benchmarks",
  platforms: [.macOS(.v15)],
  targets: [.executableTarget(name: "Scoreboard")],
  swiftLanguageModes: [.v6]
)
