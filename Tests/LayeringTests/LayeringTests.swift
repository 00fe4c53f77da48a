// The arrows between the targets hold, and every file looks like one of the house.

import Foundation
import Testing

/// What each target may import of the project's own. Rooms that wait for their first work stand
/// here already.
private let arrows: [String: Set<String>] = [
  "CLinux": [], "COpenSSL": [], "CZlib": [], "CFolding": [], "CLexicon": [],
  "CSQLite": [],
  "Compression": ["CZlib"],
  "Dates": [], "Digests": [],
  "JSON": [],
  "Platform": ["CLinux"],
  "TLS": ["COpenSSL", "Platform"],
  "HTTP": ["JSON", "Dates", "Compression"],
  "HTTPServer": ["HTTP", "Platform", "TLS"],
  "Gazetteer": ["Platform", "Compression", "Digests", "CFolding"],
  "Extraction": ["Gazetteer", "Dates", "CLexicon"],
  "Documents": ["JSON", "Dates"],
  "Reports": ["Extraction", "Gazetteer", "Platform", "Digests", "Dates"],
  "Loading": ["Documents", "Extraction", "Gazetteer", "Reports", "Platform", "Dates"],
  "Journal": ["CSQLite", "Reports"],
  "ReportsAPI": [
    "Reports", "Extraction", "Gazetteer", "Documents", "JSON", "HTTP", "Digests", "Dates",
  ],
  "dateline": [
    "Loading", "ReportsAPI", "HTTPServer", "Documents", "Reports", "HTTP", "JSON", "Dates",
    "Platform", "Extraction", "Gazetteer", "Digests", "TLS", "Journal",
  ],
]

/// What else may be imported, and by whom; nil is everyone.
private let libraries: [String: Set<String>?] = [
  "Synchronization": nil,
  "Foundation": ["Platform", "JSON", "Documents", "ReportsAPI", "Loading", "dateline"],
  "ArgumentParser": ["dateline"],
  "Logging": ["dateline"],
]

@Test(arguments: arrows.keys.sorted())
func `a target imports only what its arrow points to`(target: String) throws {
  for source in try SourceFile.all(in: "Sources/\(target)") {
    for module in source.imports where !isAllowed(module, in: target) {
      Issue.record("\(source.name) imports \(module), which \(target) must not know")
    }
  }
}

@Test func `every folder of sources stands in the table of arrows`() throws {
  let folders = try FileManager.default.contentsOfDirectory(atPath: root + "/Sources")
  #expect(Set(folders).subtracting(arrows.keys).isEmpty)
}

@Test func `the table of arrows has no circle`() {
  var known: Set<String> = []
  while let next = arrows.first(where: { !known.contains($0.key) && $0.value.isSubset(of: known) })
  {
    known.insert(next.key)
  }
  #expect(known.count == arrows.count, "a circle among \(Set(arrows.keys).subtracting(known))")
}

@Test(arguments: [
  ("import Reports", ["Reports"]),
  ("package import HTTP", ["HTTP"]),
  ("@_exported public import Foundation", ["Foundation"]),
  ("@testable import struct JSON.JSONWriter", ["JSON"]),
  ("  import   Platform // why", ["Platform"]),
  ("let important = 1 // import nothing", []),
])
func `an import is seen however it is written`(line: String, modules: [String]) {
  #expect(SourceFile.imports(in: line) == modules)
}

@Test(arguments: [
  ("HTTP", "Foundation"), ("HTTP", "Platform"), ("Reports", "HTTP"), ("ReportsAPI", "Platform"),
  ("HTTPServer", "Reports"), ("Documents", "Extraction"), ("JSON", "HTTP"), ("TLS", "HTTP"),
])
func `an arrow that the architecture forbids would be told`(target: String, module: String) {
  #expect(!isAllowed(module, in: target))
}

@Test func `files are short and open with a sentence`() throws {
  for source in try SourceFile.all(in: "Sources") where source.name != "Package.swift" {
    #expect(source.lines.count <= 400, "\(source.name)")
    #expect(source.lines.first?.hasPrefix("// ") == true, "\(source.name)")
  }
}

private func isAllowed(_ module: String, in target: String) -> Bool {
  if let users = libraries[module] { return users?.contains(target) ?? true }
  return arrows[target]?.contains(module) == true
}

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A Swift file and what it imports.
private struct SourceFile {
  let name: String
  let lines: [Substring]

  var imports: [String] { lines.flatMap { Self.imports(in: String($0)) } }

  static func all(in folder: String) throws -> [SourceFile] {
    let entries = FileManager.default.enumerator(atPath: "\(root)/\(folder)")?.allObjects ?? []
    return try entries.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { name in
      let text = try String(contentsOfFile: "\(root)/\(folder)/\(name)", encoding: .utf8)
      return SourceFile(
        name: "\(folder)/\(name)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// The module of an import, whatever stands before or behind it.
  static func imports(in line: String) -> [String] {
    let code = line.split(separator: "//", omittingEmptySubsequences: false).first ?? ""
    let words = code.split(separator: " ").filter { !kinds.contains($0) }
    guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
      words[..<index].allSatisfy({ $0.hasPrefix("@") || levels.contains($0) })
    else { return [] }
    return [String(words[index + 1].split(separator: ".").first ?? "")]
  }

  private static let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "var"]
  private static let levels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
}
