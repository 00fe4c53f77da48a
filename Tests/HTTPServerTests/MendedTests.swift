// Faults that were found and mended, each with the conversation that showed it.

import HTTP
import Platform
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

@Test func `the body of a refused request does not become part of the next one`() throws {
  let client = try TestServer().connect()
  client.send("POST /%zz HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nAAAA")
  #expect(try client.readAnswer().status == 400)
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nBBBB")
  #expect(try client.readAnswer().text == "POST BBBB")
}

@Test func `a job's answer waits for what was not yet written`() throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\nGET /job HTTP/1.1\r\nHost: a\r\n\r\n")
  let other = try server.connect()
  for _ in 0..<20 {
    other.send("GET /job HTTP/1.1\r\nHost: a\r\n\r\n")
    _ = try other.readAnswer()
  }
  let big = try client.readAnswer().body
  #expect(big.count == 4_000_000)
  #expect(big.allSatisfy { $0 == 66 })
  #expect(try client.readAnswer().text == "done")
}

@Test(arguments: ["/stream/2000", "/big"])
func `a peer that stops reading is left in the end`(path: String) throws {
  let server = try TestServer { $0.writeSeconds = 0.3 }
  let client = try server.connect()
  client.keepSmallBuffer()
  client.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\nGET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(server.isLeft())
}

@Test func `a peer that reads slowly is not left`() throws {
  let server = try TestServer { $0.writeSeconds = 3 }
  let client = try server.connect()
  client.keepSmallBuffer()
  client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
  // A part of the answer now and then, and all of it in more time than there is for a part.
  for _ in 0..<10 {
    try client.readSome(300_000)
    Threads.pause(seconds: 0.4)
  }
  #expect(try client.readAnswer().body.count == 4_000_000)
}

@Test func `a connection with unread answers ends when they are read after a stop`() throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n")
  let idle = try server.connect()
  server.beginStop()
  #expect(try idle.readToEnd() == "")
  #expect(try client.readAnswer().body.count == 4_000_000)
  #expect(try client.readToEnd() == "")
}

@Test func `a request that was sent before a stop is answered`() throws {
  let server = try TestServer()
  let clients = try (0..<20).map { _ in try server.connect() }
  for client in clients { client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n") }
  server.beginStop()
  for client in clients { #expect(try client.readAnswer().text == "GET ") }
}

@Test func `jobs that were called off do not fill the queue`() throws {
  let server = try TestServer {
    ($0.jobThreads, $0.waitingJobs, $0.drainSeconds) = (1, 2, 0.1)
  }
  let slow = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"
  let running = try server.connect()
  running.send(slow)
  while server.counts.running.load(ordering: .relaxed) == 0 {}
  for _ in 0..<5 {
    let leaving = try server.connect()
    leaving.send(slow)
    leaving.finishWriting()
    #expect(try leaving.readToEnd() == "")
  }
  let waiting = try server.connect()
  waiting.send("GET /job HTTP/1.1\r\nHost: a\r\n\r\n")
  running.finishWriting()
  #expect(try waiting.readAnswer().text == "done")
}

@Test func `a producer that gives nothing and promises more ends its connection`() throws {
  let client = try TestServer().connect()
  client.send("GET /hollow HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(!(try client.readToEnd().contains("0\r\n\r\n")))
}

@Test(arguments: ["GET /echo HTTP/1.1\r\nConnection: close\r\n", "GET /job HTTP/1.1\r\n"])
func `what comes behind much output waits or is dropped, and nothing turns idly`(
  request: String
) throws {
  let server = try TestServer { $0.unsentBytes = 100 }
  let client = try server.connect()
  let echo = "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n"
  client.send("\(request)Host: a\r\n\r\n" + echo + echo)
  #expect(try client.readAnswer().status == 200)
  if request.contains("close") {
    #expect(try client.readToEnd() == "")
  } else {
    for _ in 0..<2 { #expect(try client.readAnswer().text == "GET ") }
  }
}

@Test func `a refused HEAD gets no body`() throws {
  let client = try TestServer().connect()
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
  let answer = try client.readToEnd()
  #expect(answer.hasPrefix("HTTP/1.1 400 "))
  #expect(answer.hasSuffix("\r\n\r\n"))
}

@Test func `a POST is not answered 304`() throws {
  let client = try TestServer().connect()
  client.send("POST /cached HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n")
  #expect(try client.readAnswer().status == 200)
}
