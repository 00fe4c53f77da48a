// Files for one test, and what intake makes of them.

import Foundation
import TestSupport

@testable import Documents

extension Folder {
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
