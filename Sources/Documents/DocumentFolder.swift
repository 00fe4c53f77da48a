// Walks a folder of documents.

import Foundation

/// What a folder holds.
package struct FolderListing: Equatable, Sendable {
  package var files: [DocumentFile] = []
  /// Files with endings that are not read.
  package var otherFiles = 0
  package var faults: [Fault] = []
  /// The folders in which something may happen to them: those that were looked into, or that of the one
  /// file.
  package var folders: [String] = []

  package init() {}

  package static func += (all: inout Self, more: Self) {
    all.files += more.files
    all.otherFiles += more.otherFiles
    all.faults += more.faults
    all.folders += more.folders
  }

  /// Names a folder that cannot be looked at, and takes the files that it had as they were.
  package mutating func stay(_ fault: Fault, _ path: String, _ known: [DocumentFile]) {
    faults.append(fault)
    files += known.filter { $0.isWithin(path) }
  }
}

package enum DocumentFolder {
  /// The files below a folder in the order of their names, or the one file named.
  ///
  /// Hidden files and links out of the folder are not followed; a folder that two links reach is
  /// read once.
  ///
  /// - Parameters:
  ///   - prefix: what names in messages begin with, to tell several folders apart.
  ///   - known: files of before; of what cannot be looked at now they stay as they were.
  /// - Throws: a fault when the path does not exist, cannot be read, or is a file of another kind.
  package static func list(
    _ path: String, prefix: String = "", limits: IntakeLimits = IntakeLimits(),
    known: [DocumentFile] = []
  ) throws(Fault) -> FolderListing {
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard !path.isEmpty, let status = FileStatus(root) else {
      throw Fault(place: path, reason: "there is no such folder or file")
    }
    var walk = Walk(root: root, limits: limits, known: known)
    if status.kind == .folder {
      guard walk.enter(root, name: prefix, depth: 0) else {
        throw Fault(place: path, reason: "the folder cannot be read")
      }
    } else {
      guard walk.add(root, status, name: prefix.isEmpty ? lastComponent(root) : prefix)
      else {
        let endings = DocumentFormat.endings.joined(separator: " ")
        throw Fault(place: path, reason: "not a kind of file that is read (\(endings))")
      }
      walk.listing.folders = [URL(fileURLWithPath: root).deletingLastPathComponent().path]
    }
    return walk.listing
  }

  /// Whether a file that has just come into being is still to be written: what a link gives a name to
  /// has contents already.
  package static func isBlank(_ path: String) -> Bool {
    FileStatus(path).map { $0.kind == .regular && $0.size == 0 } ?? false
  }

  /// The names of what is in a folder; nil where it cannot be read. One that is not UTF-8 leads nowhere.
  private static func names(_ path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else { return errno == 0 ? names : nil }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe Array($0.prefix { $0 != 0 })
      }
      names.append(String(decoding: name, as: UTF8.self))
    }
  }

  private static func lastComponent(_ path: String) -> String {
    URL(fileURLWithPath: path).lastPathComponent
  }

  private struct Walk {
    let root: String
    let limits: IntakeLimits
    let known: [DocumentFile]
    var listing = FolderListing()
    /// Bytes of paths: two names may be equal as text and not as files.
    var visited: Set<[UInt8]> = []

    init(root: String, limits: IntakeLimits, known: [DocumentFile]) {
      self.root = root
      self.limits = limits
      self.known = known
    }

    /// False when the folder cannot be listed.
    mutating func enter(_ path: String, name: String, depth: Int) -> Bool {
      guard visited.insert(Array(path.utf8)).inserted else { return true }
      guard let entries = DocumentFolder.names(path) else { return false }
      listing.folders.append(path)
      let visible = entries.filter { !$0.hasPrefix(".") }
      for entry in visible.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        visit("\(path)/\(entry)", name: name.isEmpty ? entry : "\(name)/\(entry)", depth: depth)
      }
      return true
    }

    private mutating func visit(_ entry: String, name: String, depth: Int) {
      guard let status = FileStatus(entry) else {
        return listing.stay(Fault(place: name, reason: "the file cannot be read"), entry, known)
      }
      if status.kind == .link {
        follow(entry, name: name, depth: depth)
      } else {
        take(entry, status, name: name, depth: depth)
      }
    }

    /// Goes where a link leads, if that is inside the folder.
    private mutating func follow(_ link: String, name: String, depth: Int) {
      let path = URL(fileURLWithPath: link).resolvingSymlinksInPath().path
      guard path.utf8.starts(with: (root == "/" ? "/" : root + "/").utf8) else { return }
      guard let status = FileStatus(path), status.kind != .link else {
        return refuse(name, "the link leads nowhere")
      }
      take(path, status, name: name, depth: depth)
    }

    private mutating func take(_ path: String, _ status: FileStatus, name: String, depth: Int) {
      if status.kind != .folder {
        if !add(path, status, name: name) { listing.otherFiles += 1 }
      } else if depth == limits.folderDepth {
        refuse(name, "folders are nested more than \(limits.folderDepth) deep")
      } else if !enter(path, name: name, depth: depth + 1) {
        listing.stay(Fault(place: name, reason: "the folder cannot be read"), path, known)
      }
    }

    /// False when the file is of a kind that is not read.
    mutating func add(_ path: String, _ status: FileStatus, name: String) -> Bool {
      guard let format = DocumentFormat(fileName: name) else { return false }
      guard visited.insert(Array(path.utf8)).inserted else { return true }
      if status.kind == .regular {
        listing.files.append(
          DocumentFile(
            path: path, name: name, format: format, size: status.size, stamp: status.stamp))
      } else {
        refuse(name, "not a regular file")
      }
      return true
    }

    private mutating func refuse(_ name: String, _ reason: String) {
      listing.faults.append(Fault(place: name, reason: reason))
    }
  }
}
