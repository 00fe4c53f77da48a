// What a path leads to, by one system call.

import Foundation

/// By what a file is known to be as it was: no change of its contents leaves all of it.
package struct FileStamp: Equatable, Sendable {
  let size: Int
  let inode: UInt64
  /// Nanoseconds since 1970, when contents, name or rights changed last; nobody can set it.
  let changed: Int64
}

/// Where a path leads at present, links followed: another place means other documents.
package struct FilePlace: Equatable, Sendable {
  /// Where nothing is now, that where something was.
  package let path: String
  /// Nil where nothing is.
  private let inode: UInt64?

  /// - Parameter before: where it led earlier.
  package init(_ path: String, before: FilePlace? = nil) {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    inode = path.isEmpty ? nil : FileStatus(place)?.stamp.inode
    self.path = inode == nil ? before?.path ?? place : place
  }
}

/// The kind and the size of a file.
struct FileStatus: Equatable {
  enum Kind: Equatable { case folder, regular, link, other }

  let kind: Kind
  let size: Int
  let stamp: FileStamp

  /// A link is told as a link; nil where nothing is or nothing may be looked at.
  init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .regular
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    stamp = FileStamp(
      size: size, inode: UInt64(status.st_ino),
      changed: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec))
  }
}
