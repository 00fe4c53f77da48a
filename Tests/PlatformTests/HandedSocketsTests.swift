// Sockets that whoever started the program opened for it.

import Foundation
import TestSupport
import Testing

@testable import Platform

private func environment(_ count: String, process: Int32 = getpid()) -> [String: String] {
  ["LISTEN_PID": "\(process)", "LISTEN_FDS": count]
}

/// The number of a copy; whoever takes it closes it.
private func copy(_ number: Int32) -> Int32 { fcntl(number, F_DUPFD_CLOEXEC, 500) }

@Test func `a socket that was handed over is taken, and not shut down`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  for own in [try Listener(host: "127.0.0.1", port: 0), try Listener(path: path)] {
    let handed = try HandedSockets.take(environment("1"), from: copy(own.number))
    try #require(handed.count == 1)
    #expect(handed[0].address == own.address)
    #expect(handed[0].port == own.port)
    #expect(fcntl(handed[0].number, F_GETFD) & FD_CLOEXEC != 0)
    handed[0].stop()
    let client = own.port > 0 ? try Client(port: own.port) : try Client(path: path)
    withExtendedLifetime(client) {}
  }
}

@Test(arguments: ["0", "-1", "x", "", "65"])
func `without a count of sockets there are none`(count: String) throws {
  #expect(try HandedSockets.take(environment(count)).isEmpty)
}

@Test func `what is meant for another process is not taken`() throws {
  #expect(try HandedSockets.take(environment("1", process: 1)).isEmpty)
  #expect(try HandedSockets.take([:]).isEmpty)
}

@Test func `what does not listen is refused`() throws {
  let folder = try Folder()
  let socket = LocalSocket(bound: folder.path + "/s.sock")
  let file = unsafe open("/dev/null", O_RDONLY)
  defer { close(file) }
  for number in [socket.number, file, 900] {
    #expect(throws: SystemError.self) { try HandedSockets.take(environment("1"), from: number) }
  }
}
