// What is in a folder.

import Foundation

package enum Directory {
  /// The names of the files and folders in a folder, sorted.
  ///
  /// - Throws: the error of the system call that failed, with the path in its name.
  package static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      throw SystemError(call: "open \(path)", code: errno)
    }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          // SAFETY: the system ends the name with a zero byte.
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
            unsafe String(cString: $0)
          }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}
