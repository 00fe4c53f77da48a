// What the program does when the system gives it few descriptors, or none.

import Foundation
import TestSupport
import Testing

private let ask = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"

extension Program {
  /// Takes from the program every descriptor that it does not have yet, as an administrator could.
  fileprivate func takeDescriptors() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(identifier)/fd")
    let open = Set(names.compactMap { Int($0) })
    let free = try #require((0...open.count).first { !open.contains($0) })
    let process = try Process.run(
      URL(fileURLWithPath: "/usr/bin/prlimit"),
      arguments: ["--pid", "\(identifier)", "--nofile=\(free):"])
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Seconds that its threads have worked.
  fileprivate func workedSeconds() throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
    let fields = text.split(separator: " ")
    return Double((Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0))
      / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}

private func serverWithText(_ more: [String] = []) throws -> RunningServer {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  return try RunningServer(["a.txt"], ["--loops", "1"] + more, in: folder)
}

@Test func `out of descriptors a client is told so, and is served once there is one again`() throws
{
  let server = try serverWithText(["--limit", "head_seconds=60"])
  let first = try Client(port: server.port)
  first.send(ask + "GET /hea")
  #expect(try first.readAnswer().status == 200)
  try server.program.takeDescriptors()
  for _ in 0..<40 {
    let client = try Client(port: server.port)
    client.send(ask)
    let answer = try client.readAnswer()
    #expect(answer.status == 503)
    #expect(answer["Retry-After"] == "1")
    #expect(answer.text.contains("The system has no descriptors left."))
  }
  // Nothing is done about the connections that may not come.
  let before = try server.program.workedSeconds()
  sleep(1)
  #expect(try server.program.workedSeconds() - before < 0.5)
  first.send("lth HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try first.readAnswer().status == 404)
  // The first connection is idle now and makes room.
  let next = try Client(port: server.port)
  next.send(ask)
  #expect(try next.readAnswer().status == 200)
}

@Test func `a limit that was set holds, and the answer says its number`() throws {
  let server = try serverWithText(["--limit", "body_bytes=10"])
  let client = try Client(port: server.port)
  client.send("POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n")
  let answer = try client.readAnswer()
  #expect(answer.status == 413)
  #expect(answer.text.contains("The body is larger than 10 bytes."))
}
