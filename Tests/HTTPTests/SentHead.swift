// A request's head with the bytes that it speaks of.

import HTTP
import Testing

struct SentHead {
  let head: RequestHead
  let bytes: [UInt8]

  /// - Parameter fields: lines with their ends.
  init(_ fields: String = "", method: String = "GET", target: String = "/", host: String = "a") {
    let bytes = Array("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\n\(fields)\r\n".utf8)
    var head = RequestHead()
    #expect(head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count))
    self.head = head
    self.bytes = bytes
  }
}
