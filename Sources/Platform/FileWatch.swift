// inotify: tells what happens to the files of folders.

import CLinux
import Foundation

/// What happened to something in a watched folder.
package struct FileEvent: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// A file came into being; whoever made it is not done, unless it is a link.
    case created
    /// It was written to, and whoever writes is not done.
    case modified
    /// It was closed by who wrote, or came under this name as it is.
    case settled
    /// It went, or a folder did.
    case gone
    /// Its rights or its times changed, or a folder came.
    case touched
    /// Something may have been missed.
    case overflow
  }

  package let kind: Kind
  /// Empty for an overflow.
  package let path: String
}

/// Watches folders, not what is below them: each folder is to be named.
///
/// One thread uses it.
@safe
package final class FileWatch {
  private let descriptor: Descriptor
  /// Names of each: two lead to one folder where it is mounted twice.
  private var folders: [Int32: [String]] = [:]
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  package init() throws(SystemError) {
    descriptor = Descriptor(
      try checked("inotify_init1") { inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) })
  }

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB)

  /// Watches these folders, and no others any more; whether one was not watched under its name before.
  ///
  /// Those that went meanwhile, or may not be read, are left out.
  ///
  /// - Throws: ENOSPC where the system watches as much as it may (`fs.inotify.max_user_watches`).
  package func watch(_ names: [String]) throws(SystemError) -> Bool {
    let before = folders
    var next: [Int32: [String]] = [:]
    var hasNew = false
    for name in names {
      guard let watch = try add(name) else { continue }
      next[watch, default: []].append(name)
      let isKnown = before[watch]?.contains { $0.utf8.elementsEqual(name.utf8) } ?? false
      if !isKnown { hasNew = true }
    }
    folders = next
    for watch in before.keys where next[watch] == nil {
      inotify_rm_watch(descriptor.number, watch)
    }
    return hasNew
  }

  private func add(_ folder: String) throws(SystemError) -> Int32? {
    let number = descriptor.number
    do throws(SystemError) {
      return try checked("inotify_add_watch") {
        unsafe inotify_add_watch(number, folder, Self.mask | UInt32(IN_ONLYDIR))
      }
    } catch {
      if [ENOENT, ENOTDIR, EACCES, ELOOP].contains(error.code) { return nil }
      throw error
    }
  }

  /// What happened, in its order; waits for it so long, and gives nothing where nothing did.
  package func events(milliseconds: Int32) -> [FileEvent] {
    var poll = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
    guard unsafe Foundation.poll(&poll, 1, milliseconds) > 0 else { return [] }
    let number = descriptor.number
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe Foundation.read(number, $0.baseAddress, $0.count)
    }
    return count > 0 ? parse(count) : []
  }

  private func parse(_ count: Int) -> [FileEvent] {
    var events: [FileEvent] = []
    var at = 0
    let headSize = MemoryLayout<inotify_event>.size
    while at + headSize <= count {
      // SAFETY: the kernel writes whole records, each a head and `len` bytes of a name.
      let head = unsafe buffer.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
      }
      let nameEnd = at + headSize + Int(head.len)
      let name = buffer[(at + headSize)..<nameEnd].prefix { $0 != 0 }
      events += self.events(head, String(decoding: name, as: UTF8.self))
      at = nameEnd
    }
    return events
  }

  /// One for each name of the folder.
  private func events(_ head: inotify_event, _ name: String) -> [FileEvent] {
    func has(_ flags: Int32...) -> Bool {
      flags.contains { head.mask & UInt32(bitPattern: $0) != 0 }
    }
    if has(IN_Q_OVERFLOW) { return [FileEvent(kind: .overflow, path: "")] }
    let kind: FileEvent.Kind =
      if has(IN_IGNORED, IN_DELETE, IN_MOVED_FROM, IN_DELETE_SELF, IN_MOVE_SELF) {
        .gone
      } else if has(IN_ATTRIB, IN_ISDIR) {
        .touched
      } else if has(IN_CREATE) {
        .created
      } else {
        has(IN_MODIFY) ? .modified : .settled
      }
    let names = folders[head.wd] ?? []
    // A folder that is moved keeps its watch, under a name that it no longer has.
    if has(IN_IGNORED, IN_DELETE_SELF, IN_MOVE_SELF) {
      folders[head.wd] = nil
      inotify_rm_watch(descriptor.number, head.wd)
    }
    return names.map { FileEvent(kind: kind, path: name.isEmpty ? $0 : "\($0)/\(name)") }
  }
}
