// epoll: tells which descriptors are ready.

import CLinux
import Foundation

/// What a descriptor is watched for, and what it is ready for.
package struct Readiness: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let read = Readiness(rawValue: linux_epoll_in)
  package static let write = Readiness(rawValue: linux_epoll_out)
  /// Both directions are gone, or the socket has an error; always watched for.
  package static let gone = Readiness(rawValue: linux_epoll_hangup)
  /// The peer has finished writing; watched for only when asked.
  package static let halfClosed = Readiness(rawValue: linux_epoll_half_closed)
  /// For a listener in several pollers: wake one of them, not all.
  package static let exclusive = Readiness(rawValue: linux_epoll_exclusive)
}

/// One epoll instance, level-triggered. A token names each watched descriptor.
@safe
package struct Poller: ~Copyable {
  private let descriptor: Descriptor
  private var events: [epoll_event]

  package init(eventsPerTurn: Int = 256) throws(SystemError) {
    descriptor = Descriptor(
      try checked("epoll_create1") { epoll_create1(Int32(EPOLL_CLOEXEC)) })
    unsafe events = Array(repeating: epoll_event(), count: eventsPerTurn)
  }

  package func watch(_ number: Int32, for readiness: Readiness, token: UInt64) {
    control(EPOLL_CTL_ADD, number, readiness, token)
  }

  package func change(_ number: Int32, to readiness: Readiness, token: UInt64) {
    control(EPOLL_CTL_MOD, number, readiness, token)
  }

  package func forget(_ number: Int32) {
    control(EPOLL_CTL_DEL, number, [], 0)
  }

  /// Waits until something is ready or the time is over; the count of events, 0 for none.
  package mutating func wait(milliseconds: Int32) -> Int {
    let poller = descriptor.number
    let count = unsafe events.withUnsafeMutableBufferPointer { buffer in
      unsafe epoll_wait(poller, buffer.baseAddress, Int32(buffer.count), milliseconds)
    }
    return max(0, Int(count))
  }

  package func token(at index: Int) -> UInt64 {
    unsafe withUnsafePointer(to: events[index]) { unsafe linux_epoll_token($0) }
  }

  package func readiness(at index: Int) -> Readiness {
    Readiness(rawValue: unsafe events[index].events)
  }

  private func control(
    _ operation: Int32, _ number: Int32, _ readiness: Readiness, _ token: UInt64
  ) {
    // Fails only for a descriptor that is closed or watched already: our own mistake.
    let code = linux_epoll_control(
      descriptor.number, operation, number, readiness.rawValue, token)
    precondition(code == 0, "epoll_ctl: \(errno)")
  }
}
