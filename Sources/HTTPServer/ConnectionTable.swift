// The connections of a loop by token.

/// Slots that are used again, each with a generation, so that an event for a connection that is
/// gone does not reach the one that came after it.
struct ConnectionTable {
  private var slots: [Connection?] = []
  private var generations: [UInt32] = []
  private var free: [Int] = []

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

  /// All connections of this moment.
  var all: [Connection] { slots.compactMap(\.self) }

  private mutating func addSlot() -> Int {
    slots.append(nil)
    generations.append(0)
    return slots.count - 1
  }
}
