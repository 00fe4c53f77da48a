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
  #expect(table.places.compactMap { table[place: $0] }.count == 2)
  #expect(table[99] == nil)
}

@Test func `the first of some places is found, the next time behind them`() {
  var table = ConnectionTable()
  let connections = (0..<10).map { _ in table.add() }
  for (age, connection) in connections.enumerated() { connection.written = 100 - age }
  let found = (0..<4).map { _ in table.first(amongNext: 5) { $0.written }?.written }
  #expect(found == [95, 91, 95, 91])
  let none = table.first(amongNext: 5) { _ in nil as Int? }
  #expect(none == nil)
  table.remove(connections[9])
  #expect(table.first(amongNext: 100) { $0.written } === connections[8])
}

extension ConnectionTable {
  fileprivate mutating func add() -> Connection {
    let state = ConnectionState(limits: Limits(), now: .now)
    let connection = Connection(.null(), from: .local, token: reserveToken(), state: state)
    insert(connection)
    return connection
  }
}
