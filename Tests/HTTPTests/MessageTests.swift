// Every case of the chapters under Messages, at once and one byte at a time.

import HTTP
import Testing

struct MessageTests {
  private static let accepted = MessageCase.all.filter { $0.events.first != nil && !$0.isRefused }
  private static let refused = MessageCase.all.filter(\.isRefused)

  @Test func `the chapters can be read, and there are many cases`() throws {
    let cases = try MessageCase.load()
    #expect(cases.count >= 510)
    #expect(Set(cases.map(\.testDescription)).count == cases.count)
  }

  @Test(arguments: MessageCase.all)
  func `a request comes to what its chapter says`(_ message: MessageCase) {
    #expect(Conversation.atOnce(message.request, limits: message.limits) == message.events)
  }

  @Test(arguments: MessageCase.all)
  func `fed byte by byte it comes to the same end`(_ message: MessageCase) {
    #expect(Conversation.byteByByte(message.request, limits: message.limits) == message.events)
  }

  @Test(arguments: accepted)
  func `every proper prefix of an accepted head is incomplete`(_ message: MessageCase) {
    var head = RequestHead()
    guard case .complete(let length) = head.parse(message.request.span, limits: message.limits)
    else { return #expect(message.events == ["incomplete"]) }
    for count in 0..<length {
      let prefix = message.request.span.extracting(0..<count)
      #expect(head.parse(prefix, limits: message.limits) == .incomplete, "\(count) bytes")
    }
  }

  @Test(arguments: refused)
  func `a refusal stands whatever follows`(_ message: MessageCase) {
    let next = Array("GET /next HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    #expect(
      Conversation.atOnce(message.request + next, limits: message.limits) == message.events)
  }
}

extension MessageCase {
  fileprivate var isRefused: Bool { events.last?.hasPrefix("refused ") ?? false }
}
