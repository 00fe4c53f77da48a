// Internet addresses in the form that the system calls want.

import Foundation

/// An IPv4 or IPv6 address with its port.
struct SocketAddress {
  private var storage = sockaddr_storage()
  private var length: socklen_t

  var family: Int32 { Int32(storage.ss_family) }

  /// Looks up a numeric address or a name; the first answer counts, IPv4 before IPv6.
  init(host: String, port: UInt16) throws(SystemError) {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    var found: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(host, String(port), &hints, &found)
    guard code == 0, let all = unsafe found else {
      throw SystemError(call: "look-up of \(host)", code: EADDRNOTAVAIL)
    }
    defer { unsafe freeaddrinfo(all) }
    let chosen = unsafe Self.first(AF_INET, in: all) ?? all.pointee
    length = unsafe chosen.ai_addrlen
    unsafe withUnsafeMutableBytes(of: &storage) {
      unsafe $0.copyMemory(from: .init(start: chosen.ai_addr, count: Int(chosen.ai_addrlen)))
    }
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

  var port: UInt16 {
    // Both families hold the port in the same two bytes behind the family.
    unsafe withUnsafeBytes(of: storage) { bytes in
      UInt16(bigEndian: unsafe bytes.load(fromByteOffset: 2, as: UInt16.self))
    }
  }

  /// Gives a socket this address.
  func bind(_ descriptor: Int32) throws(SystemError) {
    try unsafe withUnsafePointer(to: storage) { (pointer) throws(SystemError) in
      let raw = unsafe UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self)
      try checked("bind") { unsafe Foundation.bind(descriptor, raw, length) }
    }
  }

  private static func first(
    _ family: Int32, in list: UnsafeMutablePointer<addrinfo>
  ) -> addrinfo? {
    var next: UnsafeMutablePointer<addrinfo>? = unsafe list
    while let entry = unsafe next {
      if unsafe entry.pointee.ai_family == family { return unsafe entry.pointee }
      unsafe next = entry.pointee.ai_next
    }
    return nil
  }
}
