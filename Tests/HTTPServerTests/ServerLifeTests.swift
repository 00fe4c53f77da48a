// Caching, stopping, shedding, timing out: what a server does beside answering.

import HTTP
import Platform
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

private let cached = "GET /cached HTTP/1.1\r\nHost: a\r\n\r\n"

@Test func `an answer is made once and given to all until it no longer holds`() throws {
  let server = try TestServer()
  let client = try server.connect()
  for _ in 0..<3 {
    client.send(cached)
    #expect(try client.readAnswer().text == "reply 1 to a")
  }
  client.send("GET /cached HTTP/1.1\r\nHost: b\r\n\r\n")
  #expect(try client.readAnswer().text == "reply 2 to b")
  server.counts.version.add(1, ordering: .relaxed)
  client.send(cached)
  let fresh = try client.readAnswer()
  #expect(fresh.text == "reply 3 to a")
  #expect(fresh["ETag"] == "\"v1\"")
}

@Test(arguments: [
  ("\"v0\"", 304), ("W/\"v0\"", 304), ("\"x\", \"v0\"", 304), ("*", 304), ("\"v1\"", 200),
  ("v0", 200),
])
func `a client that has the answer is told so, from the cache and without it`(
  tag: String, status: Int
) throws {
  let client = try TestServer().connect()
  for _ in 0..<2 {
    client.send("GET /cached HTTP/1.1\r\nHost: a\r\nIf-None-Match: \(tag)\r\n\r\n")
    let answer = try client.readAnswer()
    #expect(answer.status == status)
    #expect(answer["ETag"] == "\"v0\"")
    #expect(answer["Cache-Control"] == "no-cache")
    #expect(answer["Content-Length"] == (status == 304 ? nil : "12"))
  }
  client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readAnswer().text == "GET ")
}

@Test func `of an answer too long to be kept it is kept that it has not changed`() throws {
  let server = try TestServer()
  let client = try server.connect()
  let request = "GET /long HTTP/1.1\r\nHost: a\r\n"
  for reply in 1...2 {
    client.send("\(request)\r\n")
    #expect(try client.readAnswer().text.hasPrefix("reply \(reply) to aAAA"))
  }
  for _ in 0..<3 {
    client.send("\(request)If-None-Match: \"v0\"\r\n\r\n")
    #expect(try client.readAnswer().status == 304)
  }
  #expect(server.counts.replies.load(ordering: .relaxed) == 2)
}

@Test func `a job's answer is kept, but not one that no longer holds when it comes`() throws {
  let server = try TestServer()
  let client = try server.connect()
  for _ in 0..<2 {
    client.send("GET /kept/0 HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readAnswer().text == "reply 1 to a")
  }
  client.send("GET /kept/1 HTTP/1.1\r\nHost: a\r\n\r\n")
  let other = try server.connect()
  other.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  _ = try other.readAnswer()
  server.counts.version.add(1, ordering: .relaxed)
  #expect(try client.readAnswer().text == "reply 2 to a")
  client.send("GET /kept/1 HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readAnswer().text == "reply 4 to a")
}

@Test func `tags on several lines are one list`() throws {
  let client = try TestServer().connect()
  let tags = "If-None-Match: \"x\"\r\nIf-None-Match: \"v0\"\r\n"
  for _ in 0..<2 {
    client.send("GET /cached HTTP/1.1\r\nHost: a\r\n\(tags)\r\n")
    #expect(try client.readAnswer().status == 304)
  }
}

@Test func `HEAD and GET share an answer`() throws {
  let client = try TestServer().connect()
  client.send(cached + "HEAD /cached HTTP/1.1\r\nHost: a\r\n\r\n" + cached)
  #expect(try client.readAnswer().text == "reply 1 to a")
  #expect(try client.readAnswer(toHead: true)["Content-Length"] == "12")
  #expect(try client.readAnswer().text == "reply 1 to a")
}

@Test func `a stop closes idle connections and refuses new ones`() throws {
  let server = try TestServer(loops: 2)
  let idle = try server.connect()
  idle.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  _ = try idle.readAnswer()
  server.stop()
  #expect(try idle.readToEnd() == "")
  #expect(throws: ClientError.self) { try server.connect() }
}

@Test func `a request in flight is answered before the server stops`() throws {
  let server = try TestServer()
  let idle = try server.connect()
  let client = try server.connect()
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n")
  #expect(try client.readHead().status == 100)
  server.beginStop()
  #expect(try idle.readToEnd() == "")
  client.send("last")
  let answer = try client.readAnswer()
  #expect(answer.text == "POST last")
  #expect(answer["Connection"] == "close")
}

@Test(arguments: [0, 1, 3])
func `an answer that is being written is whole though the server stops and more was asked`(
  more: Int
) throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send("GET /vast HTTP/1.1\r\nHost: a\r\n\r\n")
  while server.counts.replies.load(ordering: .relaxed) == 0 {}
  client.send(String(repeating: "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n", count: more))
  server.beginStop()
  #expect(throws: ClientError.self) {
    while true {
      _ = try server.connect()
      Threads.pause(seconds: 0.001)
    }
  }
  #expect(try client.readAnswer().body.count == 12_000_000)
  if more > 0 { #expect(try client.readAnswer().text == "GET ") }
  #expect(try client.readToEnd() == "")
}

@Test func `when too many jobs wait the next one is told to come again`() throws {
  let server = try TestServer {
    $0.jobThreads = 1
    $0.waitingJobs = 1
    $0.drainSeconds = 0.1
  }
  let clients = try (0..<4).map { _ in try server.connect() }
  let slow = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"
  clients[0].send(slow)
  while server.counts.running.load(ordering: .relaxed) == 0 {}
  clients[1].send(slow)
  clients[2].send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  _ = try clients[2].readAnswer()
  clients[3].send(slow)
  let answer = try clients[3].readAnswer()
  #expect(answer.status == 503)
  #expect(answer["Retry-After"] == "1")
}

@Test func `a client that leaves calls off its job`() throws {
  let server = try TestServer { $0.drainSeconds = 0.1 }
  var client: Client? = try server.connect()
  client?.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
  let other = try server.connect()
  other.send("GET /job HTTP/1.1\r\nHost: a\r\n\r\n")
  _ = try other.readAnswer()
  client = nil
  #expect(comes { server.counts.cancelled.load(ordering: .relaxed) == 1 })
}

@Test(arguments: [0, 1])
func `who has said all is answered, though it looks like one that leaves`(pipelined: Int) throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send("GET /kept/1 HTTP/1.1\r\nHost: a\r\n\r\n")
  for _ in 0..<pipelined { client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n") }
  client.finishWriting()
  Threads.pause(seconds: 0.3)
  server.publish()
  #expect(try client.readAnswer().text == "reply 1 to a")
  for _ in 0..<pipelined { #expect(try client.readAnswer().text == "GET ") }
  #expect(try client.readToEnd() == "")
}

@Test func `a head that does not come to its end is timed out with 408`() throws {
  let server = try TestServer { $0.headSeconds = 0.2 }
  let client = try server.connect()
  client.send("GET / HTTP/1.1\r\nHost: a\r\n")
  let answer = try client.readToEnd()
  #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
}

@Test func `an idle connection is closed without a word`() throws {
  let server = try TestServer { $0.idleSeconds = 0.2 }
  #expect(try server.connect().readToEnd() == "")
}

@Test func `counts show what was done`() throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send(cached + cached + "GET /none HTTP/1.1\r\nHost: a\r\n\r\n")
  for _ in 0..<3 { _ = try client.readAnswer() }
  client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  _ = try client.readAnswer()
  server.stop()
  let text = Metric.text(server.metrics.metrics)
  #expect(text.contains("dateline_http_requests_total{route=\"cached\",status=\"200\"} 2\n"))
  #expect(text.contains("dateline_http_requests_total{route=\"other\",status=\"404\"} 1\n"))
  #expect(text.contains("dateline_http_cache_hits_total 1\n"))
  #expect(text.contains("dateline_http_connections 0\n"))
}
