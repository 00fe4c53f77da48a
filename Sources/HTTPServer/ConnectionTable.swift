// The connections of a loop by token.

/// Slots that are used again, each with a generation, so that an event for a connection that is
/// gone does not reach the one that came after it.
struct ConnectionTable {
  private var slots: [Connection?] = []
  private var generations: [UInt32] = []
  private var free: [Int] = []
  private var hand = 0

  private(set) var count = 0

  /// A token for a connection that is about to be inserted.
  mutating func reserveToken() -> UInt64 {
    let slot = free.popLast() ?? addSlot()
    return UInt64(generations[slot]) << 32 | UInt64(slot)
  }

  /// Adds a connection under the token that was reserved for it.
  mutating func insert(_ connection: Connection) {
    slots[Int(connection.token & 0xFFFF_FFFF)] = connection
    count += 1
  }

  subscript(token: UInt64) -> Connection? {
    let slot = Int(token & 0xFFFF_FFFF)
    guard slot < slots.count, UInt64(generations[slot]) == token >> 32 else { return nil }
    return slots[slot]
  }

  mutating func remove(_ connection: Connection) {
    let slot = Int(connection.token & 0xFFFF_FFFF)
    slots[slot] = nil
    generations[slot] &+= 1
    free.append(slot)
    count -= 1
  }

  /// Places, some of them empty: for going through all connections while some of them go.
  var places: Range<Int> { slots.indices }

  subscript(place place: Int) -> Connection? { slots[place] }

  /// Of the next places those with the smallest value, nil not counted; the following call looks at
  /// the places behind them.
  mutating func first<Value: Comparable>(
    amongNext count: Int, by value: (Connection) -> Value?
  ) -> Connection? {
    var best: (Connection, Value)?
    for _ in 0..<min(count, slots.count) {
      hand = (hand + 1) % slots.count
      guard let connection = slots[hand], let found = value(connection) else { continue }
      if best.map({ found < $0.1 }) ?? true { best = (connection, found) }
    }
    return best?.0
  }

  private mutating func addSlot() -> Int {
    slots.append(nil)
    generations.append(0)
    return slots.count - 1
  }
}
