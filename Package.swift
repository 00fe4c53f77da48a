// swift-tools-version: 6.2
// The targets are the architecture: an arrow that is not declared here is refused by LayeringTests.

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func room(
  _ name: String, knows: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: knows, swiftSettings: strict + settings)
}

/// A loop owns its connections, so that overlapping accesses would be seen by any test: a debug build
/// looks for them, a release does not, which is a third of the instructions of a cached answer.
let accessesUnchecked: SwiftSetting = .unsafeFlags(
  ["-enforce-exclusivity=unchecked"], .when(configuration: .release))

/// - Parameter reads: folders of documents that the tests read where they lie.
func tests(
  of name: String, knows: [Target.Dependency] = [], reads: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: knows, exclude: reads, swiftSettings: strict)
}

/// A fuzzer brings its own `main`, so it is built only where it is asked for: `make fuzz`.
let fuzzers: [Target] =
  Context.environment["DATELINE_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "FuzzExtraction", dependencies: ["Extraction", "Gazetteer", "Dates"],
      path: "Benchmarks/fuzz", exclude: ["dictionary.txt", "run"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "FuzzHTTP", dependencies: ["HTTP", "HTTPServer", "Platform"],
      path: "Benchmarks/fuzz-http", exclude: ["run", "seeds"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
  ]

/// Built where they are asked for: `Benchmarks/store --edits` and `Benchmarks/gazetteer`.
let measured: [Target] =
  Context.environment["DATELINE_BENCHMARKS"] == nil
  ? []
  : [
    .executableTarget(
      name: "StoreEdits",
      dependencies: ["Loading", "Reports", "Documents", "Gazetteer", "Platform"],
      path: "Benchmarks/edits",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "GazetteerLookups", dependencies: ["Gazetteer"], path: "Benchmarks/lookups",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
  ]

let package = Package(
  name: "dateline",
  products: [.executable(name: "dateline", targets: ["dateline"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .target(name: "CLinux"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "CFolding", exclude: ["folding.txt"],
      cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    room("Platform", knows: ["CLinux"]),
    room("JSON"),
    room("Dates"),
    room("Digests"),
    room("HTTP", knows: ["JSON", "Dates", "Compression"]),
    room("TLS", knows: ["COpenSSL", "Platform"]),
    room("HTTPServer", knows: ["HTTP", "Platform", "TLS"], settings: [accessesUnchecked]),
    room("Documents", knows: ["JSON", "Dates"]),
    room("Compression", knows: ["CZlib"]),
    room("Gazetteer", knows: ["Platform", "Compression", "Digests", "CFolding"]),
    .target(
      name: "CLexicon",
      exclude: [
        "countries.txt", "english.txt", "french.txt", "given-names.txt", "languages.txt",
        "ordinary-words.txt", "place-words.txt", "ukrainian.txt",
      ],
      cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]),
    room("Extraction", knows: ["Gazetteer", "Dates", "CLexicon"]),
    room("Reports", knows: ["Extraction", "Gazetteer", "Platform", "Digests", "Dates"]),
    room(
      "Loading",
      knows: ["Documents", "Extraction", "Gazetteer", "Reports", "Platform", "Dates"]),
    room("Journal", knows: ["Reports", "CSQLite"]),
    room(
      "ReportsAPI",
      knows: [
        "Reports", "Extraction", "Gazetteer", "Documents", "JSON", "HTTP", "Digests", "Dates",
      ]),
    .executableTarget(
      name: "dateline",
      dependencies: [
        "Loading", "Documents", "Extraction", "Gazetteer", "Reports", "ReportsAPI", "HTTPServer",
        "Journal", "TLS",
        "HTTP", "JSON", "Dates", "Digests", "Platform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Gazetteer", "Compression"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "Layering"),
    tests(of: "Platform", knows: ["Platform", "TestSupport"]),
    tests(of: "JSON", knows: ["JSON", "TestSupport"]),
    tests(of: "Dates", knows: ["Dates", "TestSupport"]),
    tests(of: "HTTP", knows: ["HTTP", "Dates", "TestSupport"], reads: ["Messages"]),
    tests(of: "TLS", knows: ["TLS", "TestSupport"]),
    tests(
      of: "HTTPServer",
      knows: ["HTTPServer", "HTTP", "TLS", "Compression", "Platform", "TestSupport"]),
    tests(of: "Documents", knows: ["Documents", "TestSupport"]),
    tests(of: "Compression", knows: ["Compression", "TestSupport"]),
    tests(of: "Gazetteer", knows: ["Gazetteer", "Platform", "Digests", "TestSupport"]),
    tests(
      of: "Extraction", knows: ["Extraction", "Gazetteer", "Dates", "TestSupport"],
      reads: ["Articles", "Places", "Speech"]),
    tests(
      of: "Reports",
      knows: ["Reports", "Extraction", "Gazetteer", "Digests", "Dates", "TestSupport"]),
    tests(
      of: "Loading",
      knows: ["Loading", "Documents", "Gazetteer", "Reports", "Platform", "TestSupport"]),
    tests(
      of: "Journal",
      knows: ["Journal", "Reports", "TestSupport"]),
    tests(
      of: "ReportsAPI",
      knows: [
        "ReportsAPI", "Loading", "Reports", "Extraction", "Gazetteer", "HTTP", "JSON", "Dates",
        "Platform", "TestSupport",
      ]),
    tests(
      of: "Dateline",
      knows: ["dateline", "Gazetteer", "HTTP", "Compression", "Platform", "TestSupport"]),
  ] + fuzzers + measured,
  swiftLanguageModes: [.v6]
)
