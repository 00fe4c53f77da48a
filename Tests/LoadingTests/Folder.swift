// Files for one test, and what a load makes of them.

import Documents
import Foundation
import Loading
import Platform

@testable import Reports

/// A fresh folder; it is deleted when the test no longer holds it.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = url.appendingPathComponent("loading-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders on its way.
  func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: destination)
  }

  /// Loads the folder, or some folders and files in it.
  func load(
    _ names: [String] = [""], _ change: (inout Loader) -> Void = { _ in }
  ) throws(LoadFailure) -> LoadOutcome {
    defer { withExtendedLifetime(self) {} }
    var loader = Loader()
    loader.clock = .fixed(0)
    change(&loader)
    return try loader.load(names.map { $0.isEmpty ? path : "\(path)/\($0)" })
  }
}

extension LoadOutcome {
  /// All reports in the order in which they were taken.
  var reports: [ReportView] {
    (0..<snapshot.reports.count).map {
      ReportView(segment: snapshot.reports, row: Segment.Row($0))
    }
  }

  var ids: [String] { reports.map(\.id) }
}

extension ReportView {
  var bytes: [UInt8] {
    text { span in span.indices.map { span[$0] } }
  }
}
