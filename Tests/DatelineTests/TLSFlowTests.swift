// Bytes by TLS that come in pieces, go slowly, or stop in the middle.

import Foundation
import TestSupport
import Testing

private let request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"

/// A server by TLS over a text of ninety thousand bytes.
private final class LongServer {
  let certificate: Certificate
  let folder: Folder
  let server: RunningServer
  static let bytes = 90_000

  init() throws {
    certificate = try Certificate()
    folder = try Folder()
    let line = "The bridge was hit and it was not the first.\n"
    try folder.write("long.txt", String(repeating: line, count: Self.bytes / line.utf8.count))
    server = try RunningServer(
      [folder.path],
      ["--tls-certificate", certificate.certificate, "--tls-key", certificate.key, "--loops", "1"])
  }

  func connect() throws -> SecureClient { try SecureClient(port: server.port) }

  /// Whether the server still answers.
  var isAlive: Bool {
    get throws {
      let client = try connect()
      try client.send(request)
      let bytes = try client.read(12)
      return String(decoding: bytes, as: UTF8.self) == "HTTP/1.1 200"
    }
  }
}

@Test func `a request that comes in several records is one request`() throws {
  let server = try LongServer()
  let client = try server.connect()
  for part in ["GET /hea", "lthz HTT", "P/1.1\r\nHost: local", "host\r\n", "\r\n"] {
    try client.send(part)
    usleep(150_000)
  }
  #expect(String(decoding: try client.read(15), as: UTF8.self) == "HTTP/1.1 200 OK")
}

@Test func `long answers to a slow reader are whole, and others are served meanwhile`() throws {
  let server = try LongServer()
  let client = try server.connect()
  let count = 80
  let long = "GET /reports/long/text HTTP/1.1\r\nHost: localhost\r\n\r\n"
  try client.send(String(repeating: long, count: count))
  usleep(700_000)
  #expect(try server.isAlive)
  var rest = try client.read(count * LongServer.bytes)[...]
  rest += try client.read(count * 300)
  let text = String(decoding: rest, as: UTF8.self)
  #expect(text.components(separatedBy: "HTTP/1.1 200 OK\r\n").count > count)
  #expect(text.components(separatedBy: "Content-Length: \(LongServer.bytes)\r\n").count > count)
}

@Test func `clients that vanish in the middle of an answer harm nobody`() throws {
  let server = try LongServer()
  for _ in 0..<5 {
    let client = try server.connect()
    try client.send("GET /reports/long/text HTTP/1.1\r\nHost: localhost\r\n\r\n")
    _ = try client.read(1000)
    client.leave()
  }
  #expect(try server.isAlive)
}

@Test func `a connection that ends without a word by TLS is closed`() throws {
  let server = try LongServer()
  for _ in 0..<5 {
    let client = try server.connect()
    try client.send(request)
    _ = try client.read(12)
    client.leave()
  }
  #expect(
    try comes {
      let client = try server.connect()
      try client.send("GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n")
      let text = String(decoding: try client.read(100_000), as: UTF8.self)
      return text.contains("dateline_http_connections 1\n")
    })
}
