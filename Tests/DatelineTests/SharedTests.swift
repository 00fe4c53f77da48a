// The real article and the generated corpus that lie beside the project.

import Foundation
import TestSupport
import Testing

let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

private let shared = packageRoot + "/../shared"
private let isShared =
  FileManager.default.fileExists(atPath: shared)
  || ProcessInfo.processInfo.environment["DATELINE_REQUIRE_SHARED"] == "1"

@Test(.enabled(if: isShared, "the folder beside the project is not here"))
func `the seed is one report, and its text is the file byte for byte`() throws {
  let id = "000_6291d9374a122252"
  let server = try RunningServer([shared + "/seeds"])
  let list = try server.json("/reports")
  #expect(list["numberMatched"] as? Int == 1)
  let report = try server.json("/reports/\(id)")
  #expect(report["id"] as? String == id)
  #expect(report["headline"] is NSNull)
  #expect(report["published"] is NSNull)
  let file = try Data(contentsOf: URL(fileURLWithPath: "\(shared)/seeds/\(id).txt"))
  #expect(Data(try server.get("/reports/\(id)/text").body) == file)
}

@Test(.enabled(if: isShared, "the folder beside the project is not here"))
func `2,000 generated reports load and are paged through, each once`() throws {
  let folder = try Folder()
  let generator = Process()
  generator.executableURL = URL(fileURLWithPath: "/bin/sh")
  generator.arguments = [
    "-c", "exec python3 '\(shared)/bench/corpus/generate.py' 2000 > '\(folder.path)/c.ndjson'",
  ]
  try generator.run()
  generator.waitUntilExit()
  #expect(generator.terminationStatus == 0)
  let server = try RunningServer([folder.path])
  #expect(server.ready["reports"] as? Int == 2000)
  let ids = try server.allIDs("/reports?limit=90")
  #expect(ids.count == 2000)
  #expect(Set(ids) == Set((0..<2000).map { String(format: "syn-%08d", $0) }))
}
