// The connections of a loop whose bodies wait for something to say.

/// Tokens of connections whose producers wait.
struct WaitingStreams {
  private var waiting: Set<UInt64> = []
  private var woken: [UInt64] = []

  var count: Int { waiting.count }
  var hasWoken: Bool { !woken.isEmpty }
  var all: Set<UInt64> { waiting }

  mutating func insert(_ token: UInt64) { waiting.insert(token) }

  mutating func remove(_ token: UInt64) { waiting.remove(token) }

  /// All that wait are to be asked again; those that already are keep their turn.
  mutating func wakeAll() {
    woken.insert(contentsOf: waiting, at: 0)
    waiting = []
  }

  /// One that is to be asked again.
  mutating func popWoken() -> UInt64? { woken.popLast() }
}
