// Where the built program listens, and whom it tells.

import Foundation
import TestSupport
import Testing

private func makeFolder() throws -> Folder {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  return folder
}

/// The status of an answer to a health check.
private func health(_ client: Client) throws -> Int {
  client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
  return try client.readAnswer().status
}

private func port(_ address: String) throws -> UInt16 {
  try #require(URL(string: address)?.port.flatMap { UInt16(exactly: $0) })
}

/// Whether this machine has IPv6; a test that needs it says that it was skipped.
private let hasIPv6 = FileManager.default.contents(atPath: "/proc/net/if_inet6")?.isEmpty == false

@Test func `it listens at several places, and the ready line tells them in their order`() throws {
  let folder = try makeFolder()
  let path = folder.path + "/s.sock"
  let program = try Program(
    [
      "serve", "--documents", "a.txt", "--listen", "127.0.0.1:0", "--listen", "unix:\(path)",
      "--listen", "localhost:0", "--loops", "2",
    ], in: folder)
  let ready = try program.readyLine()
  let addresses = try #require(ready["addresses"] as? [String])
  try #require(addresses.count == 3)
  #expect(ready["address"] as? String == addresses[0])
  #expect(addresses[0].hasPrefix("http://127.0.0.1:"))
  #expect(addresses[1] == "unix:\(path)")
  #expect(addresses[2].hasPrefix("http://localhost:"))
  for _ in 0..<20 {
    #expect(try health(try Client(port: try port(addresses[0]))) == 200)
    #expect(try health(try Client(path: path)) == 200)
    #expect(try health(try Client(port: try port(addresses[2]))) == 200)
  }
  program.send(SIGTERM)
  #expect(program.end().status == 0)
  #expect(!FileManager.default.fileExists(atPath: path))
}

@Test(.enabled(if: hasIPv6, "this machine has no IPv6"))
func `host takes an IPv6 address`() throws {
  let folder = try makeFolder()
  let program = try Program(
    ["serve", "--documents", "a.txt", "--host", "::1", "--port", "0"], in: folder)
  let address = try #require(try program.readyLine()["address"] as? String)
  #expect(address.hasPrefix("http://[::1]:"))
  #expect(try health(try Client(ipv6Port: try port(address))) == 200)
}

@Test(.enabled(if: hasIPv6, "this machine has no IPv6"))
func `all of IPv4 and all of IPv6 are served side by side`() throws {
  let folder = try makeFolder()
  let free = try freePort()
  let program = try Program(
    ["serve", "--documents", "a.txt"],
    in: folder, environment: ["DATELINE_LISTEN": "0.0.0.0:\(free), [::]:\(free)"])
  #expect(
    try program.readyLine()["addresses"] as? [String]
      == ["http://0.0.0.0:\(free)", "http://[::]:\(free)"])
  #expect(try health(try Client(port: free)) == 200)
  #expect(try health(try Client(ipv6Port: free)) == 200)
}

@Test func `the socket of a server that was killed is taken over`() throws {
  let folder = try makeFolder()
  let path = folder.path + "/s.sock"
  let arguments = ["serve", "--documents", "a.txt", "--listen", "unix:\(path)"]
  let killed = try Program(arguments, in: folder)
  _ = try killed.readyLine()
  killed.send(SIGKILL)
  _ = killed.end()
  #expect(FileManager.default.fileExists(atPath: path))
  let program = try Program(arguments, in: folder)
  #expect(try program.readyLine()["address"] as? String == "unix:\(path)")
  #expect(try health(try Client(path: path)) == 200)
  let second = try Program(arguments, in: folder).end()
  #expect(second.status == 1)
  #expect(second.errors == "dateline: cannot listen on unix:\(path): Address already in use\n")
  #expect(try health(try Client(path: path)) == 200)
}

@Test func `what fails after the socket was opened takes it away again`() throws {
  let folder = try makeFolder()
  let path = folder.path + "/s.sock"
  let ends = [["--listen", "203.0.113.1:1"], ["--gazetteer", "a.txt"]]
  for more in ends {
    let arguments = ["serve", "--documents", "a.txt", "--listen", "unix:\(path)"] + more
    let ended = try Program(arguments, in: folder).end()
    #expect(ended.status == 1)
    #expect(ended.errorLines.count == 1)
    #expect(!FileManager.default.fileExists(atPath: path), "\(more)")
  }
}

@Test func `whoever started it is told when it is ready and when it stops`() throws {
  let folder = try makeFolder()
  let manager = LocalSocket(bound: folder.path + "/notify", isDatagram: true)
  let program = try Program(
    ["serve", "--documents", "a.txt", "--port", "0"], in: folder,
    environment: ["NOTIFY_SOCKET": folder.path + "/notify"])
  #expect(manager.receive() == "READY=1")
  _ = try program.readyLine()
  program.send(SIGTERM)
  #expect(manager.receive() == "STOPPING=1")
  #expect(program.end().status == 0)
}

@Test(arguments: [
  (["--port", "x"], "--port takes a number"),
  (["--documents", "nowhere"], "nowhere: there is no such folder or file"),
  (["--public-folder", "none"], "none: there is no such folder"),
  (["--ready-file", "no/such/file"], "no/such/file: the ready file cannot be written"),
  (["--trusted-proxies", "proxy"], "--trusted-proxies takes addresses"),
])
func `a port in use does not hide what else is wrong`(more: [String], message: String) throws {
  let server = try RunningServer(["a.txt"], in: try makeFolder())
  var arguments = ["serve", "--documents", "a.txt"] + more
  if !more.contains("--port") { arguments += ["--port", "\(server.port)"] }
  let ended = try Program(arguments, in: try makeFolder()).end()
  #expect(ended.status == 1)
  #expect(ended.errorLines.count == 1)
  #expect(ended.errors.contains(message), "\(ended.errors)")
}
