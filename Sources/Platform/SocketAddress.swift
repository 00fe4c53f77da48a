// Addresses in the form that the system calls want.

import CLinux
import Foundation

/// An IPv4 or IPv6 address with its port, or a path.
struct SocketAddress {
  private var storage = sockaddr_storage()
  private var length: socklen_t

  var family: Int32 { Int32(storage.ss_family) }
  var isUnix: Bool { family == AF_UNIX }

  /// Looks up a numeric address or a name: each address that it has once, IPv4 before IPv6; at least
  /// one.
  static func all(host: String, port: UInt16) throws(SystemError) -> [SocketAddress] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(host, String(port), &hints, &found)
    defer { if code == 0 { unsafe freeaddrinfo(found) } }
    let all = code == 0 ? unsafe addresses(found) : []
    if all.isEmpty { throw SystemError(call: "look-up of \(host)", code: EADDRNOTAVAIL) }
    var seen: Set<PeerAddress> = []
    let once = all.filter { seen.insert($0.host).inserted }
    return once.filter { $0.family == AF_INET } + once.filter { $0.family != AF_INET }
  }

  /// A path in the file system; one that begins with `@` is a name without a file.
  init(path: String) throws(SystemError) {
    let place = 2
    let room = MemoryLayout<sockaddr_un>.size - place
    var bytes = Array(path.utf8)
    guard bytes.count < room else { throw SystemError(call: "path", code: ENAMETOOLONG) }
    let isName = bytes.first == UInt8(ascii: "@")
    if isName { bytes[0] = 0 }
    storage.ss_family = sa_family_t(AF_UNIX)
    length = socklen_t(place + bytes.count + (isName ? 0 : 1))
    unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0[place...].copyBytes(from: bytes) }
  }

  /// The address that a bound socket has.
  init(localEndOf descriptor: Int32) throws(SystemError) {
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let code = unsafe withUnsafeMutablePointer(to: &storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &size)
      }
    }
    guard code == 0 else { throw SystemError(call: "getsockname", code: errno) }
    length = size
  }

  private init(_ entry: addrinfo) {
    length = unsafe entry.ai_addrlen
    unsafe withUnsafeMutableBytes(of: &storage) {
      unsafe $0.copyMemory(from: .init(start: entry.ai_addr, count: Int(entry.ai_addrlen)))
    }
  }

  private static func addresses(_ list: UnsafeMutablePointer<addrinfo>?) -> [SocketAddress] {
    var addresses: [SocketAddress] = []
    var next = unsafe list
    while let entry = unsafe next?.pointee {
      let family = unsafe entry.ai_family
      if family == AF_INET || family == AF_INET6 { addresses.append(unsafe SocketAddress(entry)) }
      unsafe next = entry.ai_next
    }
    return addresses
  }
}

extension SocketAddress {
  /// Of an internet address, else 0.
  var port: UInt16 {
    // Both families hold the port in the same two bytes behind the family.
    let bytes = unsafe withUnsafeBytes(of: storage) { all in
      unsafe all.load(fromByteOffset: 2, as: UInt16.self)
    }
    return isUnix ? 0 : UInt16(bigEndian: bytes)
  }

  /// The same host on another port.
  func with(port: UInt16) -> SocketAddress {
    var copy = self
    unsafe withUnsafeMutableBytes(of: &copy.storage) { bytes in
      unsafe bytes.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
    }
    return copy
  }

  /// Without the port; of a path, the peer that every process of this machine is.
  var host: PeerAddress {
    var address = linux_address()
    unsafe withUnsafePointer(to: storage) { unsafe linux_read_address($0, &address) }
    return PeerAddress(address)
  }

  /// Of a Unix-domain socket; empty for one that has none.
  var path: String {
    unsafe withUnsafeBytes(of: storage) { bytes in
      let name = unsafe bytes[2..<max(2, Int(length))]
      return unsafe String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// Gives a socket this address.
  func bind(_ descriptor: Int32) throws(SystemError) {
    _ = try unsafe withPointer { (pointer, length) throws(SystemError) in
      try checked("bind") { unsafe Foundation.bind(descriptor, pointer, length) }
    }
  }

  /// Connects a socket; 0, or the error's code.
  func connect(_ descriptor: Int32) -> Int32 {
    unsafe withPointer { pointer, length in
      unsafe Foundation.connect(descriptor, pointer, length) == 0 ? 0 : errno
    }
  }

  private func withPointer<Result, Failure: Error>(
    _ body: (UnsafePointer<sockaddr>, socklen_t) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withUnsafePointer(to: storage) { (pointer) throws(Failure) in
      try unsafe body(UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self), length)
    }
  }
}
