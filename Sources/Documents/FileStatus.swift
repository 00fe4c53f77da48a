// What a path leads to, by one system call.

import Foundation

/// By what a file is known to be as it was: no change of its contents leaves all of it.
package struct FileStamp: Equatable, Sendable {
  let size: Int
  let inode: UInt64
  /// Nanoseconds since 1970, when contents, name or rights changed last; nobody can set it.
  let changed: Int64
}

/// The kind and the size of a file.
struct FileStatus: Equatable {
  enum Kind: Equatable { case folder, regular, link, other }

  let kind: Kind
  let size: Int
  let stamp: FileStamp
  /// Names that it has.
  let links: Int

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
    links = Int(status.st_nlink)
    stamp = FileStamp(
      size: size, inode: UInt64(status.st_ino),
      changed: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec))
  }
}
