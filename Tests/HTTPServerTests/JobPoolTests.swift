// Answers that the pool made wait for their loops, and no more of them than a few.

import HTTP
import Platform
import Synchronization
import Testing

@testable import HTTPServer

struct JobPoolTests {
  @Test func `answers that no loop has taken hold up the next ones, and no longer`() throws {
    var limits = Limits()
    limits.jobThreads = 2
    let pool = try JobPool(limits)
    defer { pool.stop() }
    let mailbox = try Mailbox<LoopMessage>()
    let made = Lock(0)
    for token in 1...10 {
      let ticket = pool.submit(token: UInt64(token), bytes: 0, to: mailbox) { _ in
        made.tell { $0 += 1 }
        return Response(.ok, body: [])
      }
      #expect(ticket != nil)
    }
    #expect(made.wait(seconds: 10) { $0 == 4 ? true : nil } == true)
    #expect(made.wait(seconds: 0.2) { $0 > 4 ? true : nil } == nil)
    pool.taken()
    #expect(made.wait(seconds: 10) { $0 == 5 ? true : nil } == true)
    for _ in 0..<9 { pool.taken() }
    #expect(made.wait(seconds: 10) { $0 == 10 ? true : nil } == true)
  }
}
