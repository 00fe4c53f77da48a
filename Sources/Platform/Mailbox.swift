// Messages from other threads to an event loop.

import CLinux
import Foundation

/// A queue that any thread can post to and one poller waits on.
package final class Mailbox<Message: Sendable>: Sendable {
  private let waiting = Lock<[Message]>([])
  private let bell: Int32

  package init() throws(SystemError) {
    bell = try checked("eventfd") { linux_event() }
  }

  deinit { close(bell) }

  /// The descriptor that becomes readable when a message waits.
  package var number: Int32 { bell }

  package func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    var one: UInt64 = 1
    unsafe write(bell, &one, 8)
  }

  /// All messages in the order in which they were posted.
  package func takeAll() -> [Message] {
    var count: UInt64 = 0
    unsafe read(bell, &count, 8)
    return waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
