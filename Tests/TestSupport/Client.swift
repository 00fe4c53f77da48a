// A plain client for tests: it sends what it is told, byte for byte, and reads answers.

import Foundation

/// What went wrong on the client's side.
package enum ClientError: Error {
  case cannotConnect, closed, timedOut, notHTTP(String)
}

/// One connection, to 127.0.0.1 unless told otherwise. Reads and writes wait no longer than tests do.
package final class Client {
  private let number: Int32
  private var received: [UInt8] = []
  /// What has to live as long as the client.
  package var owner: AnyObject?

  package convenience init(port: UInt16) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try self.init(AF_INET, address)
  }

  /// To `::1`.
  package convenience init(ipv6Port port: UInt16) throws {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    address.sin6_addr = in6addr_loopback
    try self.init(AF_INET6, address)
  }

  /// To a Unix-domain socket.
  package convenience init(path: String) throws {
    try self.init(AF_UNIX, sockaddr_un(path: path))
  }

  private init<Address>(_ family: Int32, _ address: Address) throws {
    number = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    var wait = timeval(tv_sec: Int(patience), tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      unsafe setsockopt(
        number, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size))
    }
    let code = unsafe withUnsafePointer(to: address) {
      let pointer = unsafe UnsafeRawPointer($0).assumingMemoryBound(to: sockaddr.self)
      return unsafe connect(number, pointer, socklen_t(MemoryLayout<Address>.size))
    }
    if code != 0 { throw ClientError.cannotConnect }
  }

  deinit { close(number) }

  package func send(_ text: String) { send(Array(text.utf8)) }

  package func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe Foundation.send(number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Says that nothing more comes.
  package func finishWriting() { shutdown(number, Int32(SHUT_WR)) }

  /// Makes the system keep little of what the server sends.
  package func keepSmallBuffer() {
    var bytes: Int32 = 4096
    unsafe setsockopt(number, SOL_SOCKET, SO_RCVBUF, &bytes, 4)
  }

  /// Reads until so many bytes more are here, and keeps them for the next answer.
  package func readSome(_ count: Int) throws {
    let wanted = received.count + count
    while received.count < wanted, try readMore() {}
  }

  /// What comes next, whatever it is.
  package func readSomething() throws -> [UInt8] {
    guard try readMore() else { throw ClientError.closed }
    defer { received = [] }
    return received
  }

  /// Everything until the server closes, as text.
  package func readToEnd() throws -> String {
    while try readMore() {}
    defer { received = [] }
    return String(decoding: received, as: UTF8.self)
  }

  /// The next answer, its body by length or by chunks.
  package func readAnswer(toHead: Bool = false) throws -> Answer {
    var answer = try readHead()
    while answer.status == 100 { answer = try readHead() }
    if toHead || answer.status == 204 || answer.status == 304 { return answer }
    if let length = answer["Content-Length"].flatMap({ Int($0) }) {
      answer.body = try take(length)
    } else if answer["Transfer-Encoding"] == "chunked" {
      answer.body = try takeChunks()
    } else {
      while try readMore() {}
      answer.body = try take(received.count)
    }
    return answer
  }

  package func readHead() throws -> Answer {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let range = received.firstRange(of: end) {
        let head = String(decoding: received[..<range.lowerBound], as: UTF8.self)
        received.removeSubrange(..<range.upperBound)
        return try Answer(head: head)
      }
      guard try readMore() else { throw ClientError.closed }
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while received.count < count {
      guard try readMore() else { throw ClientError.closed }
    }
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }

  /// False at the end.
  private func readMore() throws -> Bool {
    var buffer = Array(repeating: 0 as UInt8, count: 65_536)
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe recv(number, $0.baseAddress, $0.count, 0)
    }
    if count < 0, errno == EAGAIN { throw ClientError.timedOut }
    if count <= 0 { return false }
    received += buffer[..<count]
    return true
  }
}

/// An answer as a client sees it.
package struct Answer {
  package let status: Int
  /// Names in small letters.
  package let fields: [(name: String, value: String)]
  package var body: [UInt8] = []

  package var text: String { String(decoding: body, as: UTF8.self) }

  init(head: String) throws {
    let lines = head.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ", maxSplits: 2)
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw ClientError.notHTTP(head)
    }
    self.status = status
    fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      return (parts[0].lowercased(), value)
    }
  }

  /// The first value of a field.
  package subscript(name: String) -> String? {
    fields.first { $0.name == name.lowercased() }?.value
  }
}

extension Client {
  /// The data of the next chunk of a chunked body, empty for the last one.
  package func readChunk() throws -> [UInt8] {
    let lineEnd = Array("\r\n".utf8)
    while received.firstRange(of: lineEnd) == nil {
      guard try readMore() else { throw ClientError.closed }
    }
    let line = received.firstRange(of: lineEnd) ?? 0..<0
    let size = Int(String(decoding: received[..<line.lowerBound], as: UTF8.self), radix: 16) ?? 0
    received.removeSubrange(..<line.upperBound)
    let data = try take(size)
    _ = try take(2)
    return data
  }

  private func takeChunks() throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let chunk = try readChunk()
      if chunk.isEmpty { return body }
      body += chunk
    }
  }
}
