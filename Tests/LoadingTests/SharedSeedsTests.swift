// The shared article that the project is judged by: it arrives byte for byte.

import Foundation
import Gazetteer
import Loading
import Testing

@testable import Reports

private enum Seeds {
  /// Beside the package's own folder.
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/seeds")

  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Where they have to be there, their absence is a failure.
  static var areRequired: Bool {
    ProcessInfo.processInfo.environment["DATELINE_REQUIRE_SHARED"] == "1"
  }
}

@Test(.enabled(if: Seeds.arePresent || Seeds.areRequired, "there is no shared/seeds here"))
func `the shared article is loaded byte for byte`() throws {
  let outcome = try Loader(gazetteer: Gazetteer()).load([Seeds.folder.path])
  let report = try #require(outcome.reports.first)
  let file = Seeds.folder.appendingPathComponent("000_6291d9374a122252.txt")
  #expect(outcome.ids == ["000_6291d9374a122252"])
  #expect(report.headline == nil)
  #expect(report.bytes == (try Array(Data(contentsOf: file))))
  #expect(report.remarks.isEmpty)
  #expect(outcome.skipped.isEmpty)
}
