// Tokens of connections.

import HTTP
import Platform
import Testing

@testable import HTTPServer

@Test func `a token of a connection that is gone finds nothing, though its place is used again`() {
  var table = ConnectionTable()
  let first = table.add()
  let second = table.add()
  #expect(table.count == 2)
  #expect(table[first.token] === first)
  table.remove(first)
  #expect(table[first.token] == nil)
  let third = table.add()
  #expect(third.token != first.token)
  #expect(table[first.token] == nil)
  #expect(table[third.token] === third)
  #expect(table[second.token] === second)
  #expect(table.all.count == 2)
  #expect(table[99] == nil)
}

extension ConnectionTable {
  fileprivate mutating func add() -> Connection {
    let state = ConnectionState(limits: Limits(), now: .now)
    let connection = Connection(.null(), from: .local, token: reserveToken(), state: state)
    insert(connection)
    return connection
  }
}
