// Reads the public folder at start.

import Foundation
import ReportsAPI

enum PublicFolder {
  private static let fileBytes = 8 * 1024 * 1024

  /// The files below a folder by their paths.
  ///
  /// - Parameter path: nil to look for the folder that comes with the program: below
  ///   `DATELINE_DATA`, in `../share/dateline` beside the binary, in the package's folder.
  static func read(_ path: String?) throws(Failure) -> [String: PublicFile] {
    if let path, !isFolder(path) { throw Failure(message: "\(path): there is no such folder") }
    guard let folder = path ?? candidates.first(where: isFolder) else { return [:] }
    var files: [String: PublicFile] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.allObjects ?? [] {
      guard let name = name as? String, !name.split(separator: "/").contains(where: isHidden),
        !isFolder("\(folder)/\(name)")
      else { continue }
      files[name] = try file(name, in: folder)
    }
    return files
  }

  private static func file(_ name: String, in folder: String) throws(Failure) -> PublicFile {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
      throw Failure(message: "\(folder)/\(name): the public file cannot be read")
    }
    if data.count > fileBytes {
      throw Failure(message: "\(folder)/\(name): over the limit of \(fileBytes) bytes")
    }
    return PublicFile(name: name, bytes: [UInt8](data))
  }

  private static var candidates: [String] {
    let data = ProcessInfo.processInfo.environment["DATELINE_DATA"].map { ["\($0)/Public"] } ?? []
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = binary.deletingLastPathComponent()
    let installed = folder.appendingPathComponent("../share/dateline/Public").standardized.path
    // A package's binary is at .build/TRIPLE/CONFIGURATION/dateline, or one folder higher.
    let built = [3, 2].map { up in
      (0..<up).reduce(folder) { url, _ in url.deletingLastPathComponent() }.path + "/Public"
    }
    return data + [installed] + built
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    if let type = try? FileManager.default.attributesOfItem(atPath: target)[.type] {
      isFolder = type as? FileAttributeType == .typeDirectory
    }
    return isFolder
  }

  private static func isHidden(_ component: Substring) -> Bool { component.hasPrefix(".") }
}
