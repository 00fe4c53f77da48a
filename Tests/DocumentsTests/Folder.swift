// Files for one test, and what intake makes of them.

import Foundation

@testable import Documents

/// A fresh folder; it is deleted when the test no longer holds it.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    path = url.appendingPathComponent("documents-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders on its way.
  func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    let parent = "\(path)/\(name)".split(separator: "/").dropLast().joined(separator: "/")
    try makeFolder(at: "/\(parent)")
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

  func makeFolder(_ name: String) throws { try makeFolder(at: "\(path)/\(name)") }

  private func makeFolder(at path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: destination)
  }

  /// Lists the folder, or something in it.
  func list(
    _ name: String = "", _ limits: IntakeLimits = IntakeLimits()
  ) throws(Fault) -> FolderListing {
    defer { withExtendedLifetime(self) {} }
    return try DocumentFolder.list(name.isEmpty ? path : "\(path)/\(name)", limits: limits)
  }

  /// All documents of the folder, as a load reads them.
  func read(_ limits: IntakeLimits = IntakeLimits()) throws(Fault) -> [IntakeResult] {
    defer { withExtendedLifetime(self) {} }
    let parts = try list("", limits).files.flatMap { $0.parts(limits) }
    return parts.flatMap { DocumentReader.read($0, limits: limits) }
  }
}

/// What becomes of one file with these bytes.
func intake(
  _ name: String, _ bytes: some Collection<UInt8>, _ limits: IntakeLimits = IntakeLimits()
) throws -> [IntakeResult] {
  let folder = try Folder()
  try folder.write(name, bytes)
  return try folder.read(limits)
}

func intake(
  _ name: String, _ text: String, _ limits: IntakeLimits = IntakeLimits()
) throws -> [IntakeResult] {
  try intake(name, text.utf8, limits)
}

extension [IntakeResult] {
  var documents: [Document] { compactMap { try? $0.document.get() } }

  var faults: [Fault] {
    compactMap { result in
      if case .failure(let fault) = result.document { fault } else { nil }
    }
  }
}

extension Document {
  /// The text, to be compared by bytes where it matters.
  var string: String { String(decoding: text, as: UTF8.self) }
}
