// openssl as a client that stays.

import Foundation

/// One connection by TLS, kept by a process of `openssl s_client`.
final class SecureClient {
  private let process = Process()
  private let feed = Pipe()
  private let output = Pipe()

  init(port: UInt16) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl", "s_client", "-quiet", "-connect", "127.0.0.1:\(port)"]
    process.standardInput = feed
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { leave() }

  /// Sends text as a record of its own.
  func send(_ text: String) throws {
    try feed.fileHandleForWriting.write(contentsOf: Data(text.utf8))
  }

  /// Reads until so many bytes are here.
  func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count,
      let more = try output.fileHandleForReading.read(upToCount: count - bytes.count), !more.isEmpty
    {
      bytes += more
    }
    return bytes
  }

  /// Ends without a word: nothing is said on the connection, neither by TLS nor after it.
  func leave() {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}
