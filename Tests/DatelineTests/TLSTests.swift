// TLS, as its clients meet it: openssl's own, through the socket.

import Foundation
import TestSupport
import Testing

private let first = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
/// With it the connection ends.
private let request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

/// A server with a certificate of its own.
private final class SecureServer {
  let certificate: Certificate
  let server: RunningServer

  init(_ more: [String] = []) throws {
    certificate = try Certificate()
    let files = ["--tls-certificate", certificate.certificate, "--tls-key", certificate.key]
    server = try RunningServer([packageRoot + "/config/documents"], files + more)
  }

  func ask(_ options: [String] = [], _ input: String? = request) throws -> String {
    try OpenSSL.run(
      ["s_client", "-connect", "127.0.0.1:\(server.port)"] + options, input: input
    ).output
  }

  /// Has the server show another certificate, and waits until it does.
  func show(_ other: Certificate) throws {
    for (from, to) in [(other.certificate, certificate.certificate), (other.key, certificate.key)] {
      try Data(contentsOf: URL(fileURLWithPath: from)).write(to: URL(fileURLWithPath: to))
    }
    server.program.send(SIGHUP)
    #expect(try comes { try ask().contains("CN = another") })
  }

  /// The value of a sample of `/metrics`.
  func handshakes(_ outcome: String) throws -> Int {
    let text = try ask(["-quiet"], request.replacing("/healthz", with: "/metrics"))
    let sample = "dateline_tls_handshakes_total{outcome=\"\(outcome)\"} "
    let line = text.split(separator: "\n").first { $0.hasPrefix(sample) }
    return Int(line?.dropFirst(sample.count).prefix { $0.isNumber } ?? "") ?? -1
  }
}

@Test(arguments: ["-tls1_2", "-tls1_3"])
func `what is asked by TLS is answered by TLS`(version: String) throws {
  let server = try SecureServer()
  let told = try server.ask([version])
  #expect(told.contains("\"status\":\"alive\""))
  #expect(told.contains("Strict-Transport-Security: max-age=31536000"))
  #expect(told.contains(version == "-tls1_2" ? "New, TLSv1.2" : "New, TLSv1.3"))
}

@Test(arguments: ["-tls1", "-tls1_1"])
func `what is older than TLS 1.2 is refused`(version: String) throws {
  let told = try SecureServer().ask([version, "-cipher", "ALL:@SECLEVEL=0"])
  #expect(!told.contains("alive") && told.contains("Cipher is (NONE)"))
}

@Test(arguments: ["AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256", "DHE-RSA-AES128-GCM-SHA256"])
func `a cipher without forward secrecy or authenticated encryption is refused`(
  cipher: String
) throws {
  let told = try SecureServer().ask(["-tls1_2", "-cipher", cipher])
  #expect(!told.contains("alive") && told.contains("Cipher is (NONE)"))
}

@Test(
  arguments: [
    (["-alpn", "http/1.1"], "ALPN protocol: http/1.1"),
    (["-alpn", "h2,http/1.1"], "ALPN protocol: http/1.1"),
    (["-alpn", "http/1.0"], "ALPN protocol: http/1.0"), ([], "No ALPN negotiated"),
    (["-alpn", "h2"], "no application protocol"),
  ] as [([String], String)])
func `of ALPN what is spoken here is agreed to`(options: [String], told: String) throws {
  #expect(try SecureServer().ask(options, nil).contains(told))
}

@Test func `a client that wants to negotiate anew is refused`() throws {
  let told = try SecureServer().ask(["-tls1_2"], "R\n")
  #expect(told.contains("RENEGOTIATING") && told.contains("no renegotiation"))
}

@Test(arguments: ["-tls1_2", "-tls1_3"])
func `a session is resumed, also after the certificate was read anew`(version: String) throws {
  let server = try SecureServer()
  let session = server.certificate.folder.path + "/session"
  #expect(try server.ask([version, "-sess_out", session]).contains("alive"))
  #expect(try server.ask([version, "-sess_in", session]).contains("Reused, "))
  try server.show(Certificate(name: "another"))
  #expect(try server.ask([version, "-sess_in", session]).contains("Reused, "))
  #expect(try server.handshakes("resumed") == 2)
}

@Test func `SIGHUP shows another certificate, and no connection is dropped`() throws {
  let server = try SecureServer()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [
    "openssl", "s_client", "-quiet", "-connect", "127.0.0.1:\(server.server.port)",
  ]
  let (feed, output) = (Pipe(), Pipe())
  process.standardInput = feed
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  try feed.fileHandleForWriting.write(contentsOf: Data(first.utf8))
  usleep(500_000)
  try server.show(Certificate(name: "another"))
  try feed.fileHandleForWriting.write(contentsOf: Data(request.utf8))
  let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  #expect(told.components(separatedBy: "\"alive\"").count == 3)
}

@Test func `a certificate that cannot be used at SIGHUP is told, and the old one stays`() throws {
  let server = try SecureServer()
  try Data("rubbish".utf8).write(to: URL(fileURLWithPath: server.certificate.certificate))
  server.server.program.send(SIGHUP)
  usleep(300_000)
  #expect(try server.ask().contains("alive"))
  server.server.program.send(SIGTERM)
  #expect(
    server.server.program.end().errors.contains("certificate.pem: no certificate can be read"))
}

@Test func `two requests in one record are answered both`() throws {
  let server = try SecureServer()
  let twice = try server.ask(["-quiet"], first + request)
  #expect(twice.components(separatedBy: "\"alive\"").count == 3)
}

@Test func `a long answer by TLS is whole`() throws {
  let server = try SecureServer()
  let told = try server.ask(
    ["-quiet"], "GET /reports.ndjson HTTP/1.0\r\nHost: localhost\r\n\r\n")
  #expect(told.contains("{\"end\":true,\"count\":18}"))
  #expect(told.contains("HTTP/1.1 200 OK"))
}

@Test func `HTTP without TLS is told to use it, and the redirecting port sends everybody there`()
  throws
{
  let secure = try SecureServer(["--tls-redirect", "127.0.0.1:0"])
  let answer = try secure.server.get("/reports?limit=1")
  #expect(answer.status == 400 && answer.text.contains("https://"))
  let addresses = try #require(secure.server.ready["addresses"] as? [String])
  #expect(addresses.first?.hasPrefix("https://") == true)
  let port = try #require(addresses.last.flatMap { URL(string: $0)?.port })
  let client = try Client(port: UInt16(port))
  client.send("GET /reports?limit=1 HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
  let redirect = try client.readAnswer()
  #expect(redirect.status == 308)
  #expect(redirect["Location"] == "https://localhost:\(secure.server.port)/reports?limit=1")
  for target in ["OPTIONS *", "CONNECT localhost:443"] {
    let client = try Client(port: UInt16(port))
    client.send("\(target) HTTP/1.1\r\nHost: localhost:443\r\n\r\n")
    let answer = try client.readAnswer()
    #expect(answer.status >= 400 && answer["Location"] == nil, "\(target)")
  }
}

@Test func `what cannot be agreed on disturbs nobody else, and silence ends`() throws {
  let server = try SecureServer(["--limit", "handshake_seconds=3"])
  let silent = try Client(port: server.server.port)
  let broken = try Client(port: server.server.port)
  broken.send([22, 3, 1, 0, 5, 1, 2, 3, 4, 5])
  #expect(try server.ask().contains("alive"))
  #expect(try silent.readToEnd() == "")
  #expect(try server.handshakes("failed") >= 1)
}

@Test func `links of what is asked by TLS say https`() throws {
  let server = try SecureServer()
  let told = try server.ask(["-quiet"], "GET /reports?limit=1 HTTP/1.0\r\nHost: localhost\r\n\r\n")
  #expect(told.contains("Link: <https://localhost/reports?limit=1>"))
}

@Test(arguments: [
  (["--tls-certificate", "CERT"], "--tls-certificate needs --tls-key beside it"),
  (["--tls-key", "KEY"], "--tls-key needs --tls-certificate beside it"),
  (["--tls-redirect", "127.0.0.1:80"], "--tls-redirect needs --tls-certificate and --tls-key"),
  (
    ["--tls-certificate", "nowhere.pem", "--tls-key", "KEY"],
    "nowhere.pem: no certificate can be read: No such file or directory"
  ),
  (["--tls-certificate", "CERT", "--tls-key", "OTHER"], "key.pem: "),
  (["--tls-certificate", "CERT", "--tls-key", "CERT"], "certificate.pem: no key can be read"),
  (["--tls-certificate", "CERT", "--tls-key", "LOCKED"], "must be there without a passphrase"),
])
func `what is wrong with certificate and key ends the start`(
  arguments: [String], message: String
) throws {
  let (certificate, other) = (try Certificate(), try Certificate())
  let locked = certificate.folder.path + "/locked.pem"
  let made = try OpenSSL.run([
    "ec", "-in", certificate.key, "-aes128", "-passout", "pass:abcd", "-out", locked,
  ])
  #expect(made.status == 0)
  let names = [
    "CERT": certificate.certificate, "KEY": certificate.key, "OTHER": other.key, "LOCKED": locked,
  ]
  let program = try Program(
    ["serve", "--port", "0", "--documents", packageRoot + "/config/documents"]
      + arguments.map { names[$0] ?? $0 }, in: certificate.folder)
  let ended = program.end()
  #expect(ended.status == 1)
  #expect(ended.errors.contains(message))
}
