// The pieces of the system that everything else stands on.

import Foundation
import Platform
import Testing

@Test func `a port of 0 becomes a free one, and a port in use is refused by name`() throws {
  let listener = try Listener(host: "127.0.0.1", port: 0)
  #expect(listener.port > 0)
  #expect(throws: SystemError(call: "bind", code: SystemError.addressInUse)) {
    try Listener(host: "127.0.0.1", port: listener.port)
  }
}

@Test func `a host that does not exist is refused by name`() {
  let error = #expect(throws: SystemError.self) {
    try Listener(host: "no.such.host.invalid", port: 0)
  }
  #expect(error?.call.contains("no.such.host.invalid") == true)
}

@Test func `messages arrive in the order in which they were posted`() throws {
  let mailbox = try Mailbox<Int>()
  for number in 0..<100 { mailbox.post(number) }
  #expect(mailbox.takeAll() == Array(0..<100))
  #expect(mailbox.takeAll().isEmpty)
}

@Test func `a poller wakes for a message and tells whose it is`() throws {
  let mailbox = try Mailbox<Int>()
  var poller = try Poller()
  poller.watch(mailbox.number, for: .read, token: 7)
  #expect(poller.wait(milliseconds: 0) == 0)
  mailbox.post(1)
  #expect(poller.wait(milliseconds: 1000) == 1)
  #expect(poller.token(at: 0) == 7)
  #expect(poller.readiness(at: 0).contains(.read))
  poller.forget(mailbox.number)
  #expect(poller.wait(milliseconds: 0) == 0)
}

@Test func `a lock keeps counts exact, and waiting ends when there is something`() throws {
  let count = Lock(0)
  for _ in 0..<4 {
    try Threads.start {
      for _ in 0..<10_000 { count.withLock { $0 += 1 } }
      count.wakeAll()
    }
  }
  let reached = count.wait { $0 == 40_000 ? $0 : nil }
  #expect(reached == 40_000)
}

@Test func `a block keeps its bytes while it grows`() {
  let block = MappedBlock(reserving: 1)
  var expected: [UInt8] = []
  for number in 0..<200 {
    let piece = Array(repeating: UInt8(number), count: number * 7)
    #expect(block.append(piece.span) == expected.count..<(expected.count + piece.count))
    expected += piece
  }
  #expect(block.count == expected.count)
  let isEqual = block.withBytes(0..<block.count) { bytes in
    bytes.indices.allSatisfy { bytes[$0] == expected[$0] }
  }
  #expect(isEqual)
}

@Test func `a fixed clock does not move and the other one does not go back`() {
  #expect(WallClock.fixed(1_728_259_200).now == 1_728_259_200)
  let first = Instant.now
  #expect(Instant.now >= first)
  #expect((first + 1.5).seconds(since: first) == 1.5)
}
