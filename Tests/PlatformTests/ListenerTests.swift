// Listening sockets of every kind.

import Foundation
import TestSupport
import Testing

@testable import Platform

/// The next connection's peer, awaited.
private func nextPeer(_ listener: Listener) -> PeerAddress? {
  for _ in 0..<1_000_000 {
    if case .connection(_, let peer) = listener.accept() { return peer }
  }
  return nil
}

/// Whether this machine has IPv6; a test that needs it says that it was skipped.
private let hasIPv6 = (try? Listener(host: "::1", port: 0)) != nil

@Test(.enabled(if: hasIPv6, "this machine has no IPv6"))
func `IPv4 and IPv6 stand together on one port`() throws {
  let four = try Listener(host: "127.0.0.1", port: 0)
  let six = try Listener(host: "::1", port: four.port)
  #expect(six.address == "http://[::1]:\(four.port)")
  let clients = [try Client(port: four.port), try Client(ipv6Port: four.port)]
  #expect(nextPeer(four) == PeerAddress("127.0.0.1"))
  #expect(nextPeer(six) == PeerAddress("::1"))
  #expect(clients.count == 2)
}

@Test(.enabled(if: hasIPv6, "this machine has no IPv6"))
func `all of IPv6 leaves room for all of IPv4`() throws {
  let six = try Listener(host: "::", port: 0)
  let four = try Listener(host: "0.0.0.0", port: six.port)
  #expect(four.port == six.port)
}

@Test func `a name listens on each of its addresses, on one port`() throws {
  let listeners = try Listener.open(.internet(host: "localhost", port: 0))
  #expect(Set(listeners.map(\.port)).count == 1)
  #expect(Set(listeners.map(\.address)) == ["http://localhost:\(listeners[0].port)"])
  #expect(listeners.count == (try SocketAddress.all(host: "localhost", port: 0)).count)
}

@Test func `a process of this machine comes over a path, which goes with the server`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  let listener = try Listener(path: path)
  #expect(listener.address == "unix:\(path)")
  #expect(listener.port == 0)
  var status = stat()
  #expect(unsafe lstat(path, &status) == 0)
  #expect(status.st_mode == S_IFSOCK | 0o660)
  let client = try Client(path: path)
  #expect(nextPeer(listener) == .local)
  listener.stop()
  #expect(unsafe lstat(path, &status) == -1)
  #expect(throws: ClientError.self) { try Client(path: path) }
  #expect(try client.readToEnd() == "")
}

@Test func `a path that was not stopped at goes when it is let go of`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  _ = try Listener(path: path)
  #expect(!FileManager.default.fileExists(atPath: path))
}

@Test func `a socket that a dead server left is replaced`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  _ = LocalSocket(bound: path)
  #expect(FileManager.default.fileExists(atPath: path))
  let listener = try Listener(path: path)
  let client = try Client(path: path)
  #expect(nextPeer(listener) == .local)
  withExtendedLifetime(client) {}
}

@Test func `a path at which somebody answers is left to him`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  let first = try Listener(path: path)
  #expect(throws: SystemError(call: "bind", code: EADDRINUSE)) { try Listener(path: path) }
  let client = try Client(path: path)
  // The first connection was the second server's question.
  #expect(nextPeer(first) == .local)
  #expect(nextPeer(first) == .local)
  withExtendedLifetime(client) {}
}

@Test func `a file that is no socket stays as it is`() throws {
  let folder = try Folder()
  let path = try folder.write("file", "text")
  try folder.link("link", to: path)
  for name in ["file", "link"] {
    #expect(throws: SystemError(call: "bind", code: EEXIST)) {
      try Listener(path: "\(folder.path)/\(name)")
    }
  }
  #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
}

@Test func `who has taken the path since keeps it`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  let first = try Listener(path: path)
  unsafe unlink(path)
  let second = try Listener(path: path)
  first.stop()
  let client = try Client(path: path)
  #expect(nextPeer(second) == .local)
  withExtendedLifetime(client) {}
}

@Test func `a path is as long as the system takes it`() throws {
  let folder = try Folder()
  let room = 107 - folder.path.utf8.count - 1
  let longest = folder.path + "/" + String(repeating: "x", count: room)
  #expect(try Listener(path: longest).address == "unix:\(longest)")
  #expect(throws: SystemError(call: "path", code: ENAMETOOLONG)) {
    try Listener(path: longest + "x")
  }
}
