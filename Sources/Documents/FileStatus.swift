// What a path leads to, by one system call.

import Foundation

/// The kind and the size of a file.
struct FileStatus: Equatable {
  enum Kind: Equatable { case folder, regular, link, other }

  let kind: Kind
  let size: Int

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
  }
}
