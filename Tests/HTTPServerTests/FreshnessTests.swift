// Nobody is answered from before what they know of.

import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

@Test func `who connects after a change is not answered from before it, be it in one turn`() throws
{
  let server = try TestServer()
  let (first, second) = (try server.connect(), try server.connect())
  for client in [first, second] {
    client.send("GET /cached HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readAnswer()["ETag"] == "\"v0\"")
  }
  server.hold(1, on: first)
  server.awaitHold(1)
  // Both are ready when the next turn begins: the one holds it up, the other comes behind it.
  server.hold(2, on: second)
  let late = try server.connect()
  server.release(1)
  server.awaitHold(2)
  server.publish()
  late.send("GET /cached HTTP/1.1\r\nHost: a\r\n\r\n")
  server.release(2)
  #expect(try late.readAnswer()["ETag"] == "\"v1\"")
}
