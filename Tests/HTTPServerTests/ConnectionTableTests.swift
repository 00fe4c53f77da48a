// Tokens of connections.

import HTTP
import Platform
import Testing

@testable import HTTPServer

@Test func `a token of a connection that is gone finds nothing, though its place is used again`()
  throws
{
  var table = ConnectionTable()
  let state = ConnectionState(limits: Limits(), now: .now)
  let first = table.insert { Connection(.null(), token: $0, state: state) }
  let second = table.insert { Connection(.null(), token: $0, state: state) }
  #expect(table.count == 2)
  #expect(table[first.token] === first)
  table.remove(first)
  #expect(table[first.token] == nil)
  let third = table.insert { Connection(.null(), token: $0, state: state) }
  #expect(third.token != first.token)
  #expect(table[first.token] == nil)
  #expect(table[third.token] === third)
  #expect(table[second.token] === second)
  #expect(table.all.count == 2)
  #expect(table[99] == nil)
}
