// What one loop counts, readable by others at any time.

import HTTP
import Synchronization

/// A number that a loop keeps beside those of its routes.
enum Count: Int, CaseIterable {
  case accepted, closed
  case shedForConnections, shedForAddress, shedForMemory, shedForDescriptors
  case jobsRefused
  case cacheHits, cacheBytes, cacheAnswers
  case bytesReceived, bytesSent
  case handshakesFull, handshakesResumed, handshakesFailed
}

/// A loop's counts. Its loop alone writes them, with a plain load, add and store each, so that
/// counting needs neither a lock nor an atomic addition, and what others read is never behind.
///
/// `@unchecked Sendable`: the cells are atomic, and the block is theirs for life.
@safe
final class Counts: @unchecked Sendable {
  private let cells: UnsafeMutablePointer<Atomic<Int>>
  private let layout: CountsLayout
  private let bounds = DurationScale.bounds

  init(routes: Int) {
    layout = CountsLayout(routes: routes)
    unsafe cells = .allocate(capacity: layout.size)
    for index in 0..<layout.size { unsafe (cells + index).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe cells.deinitialize(count: layout.size)
    unsafe cells.deallocate()
  }

  func add(_ count: Count, _ amount: Int = 1) { add(amount, at: count.rawValue) }

  func set(_ count: Count, to value: Int) {
    unsafe cells[count.rawValue].store(value, ordering: .relaxed)
  }

  subscript(count: Count) -> Int { unsafe cells[count.rawValue].load(ordering: .relaxed) }

  func addAnswer(_ route: RouteNumber, _ status: Int) {
    add(1, at: layout.answer(route, status))
  }

  func addDuration(_ route: RouteNumber, nanoseconds: Int) {
    addDuration(at: layout.durations(layout.bounded(route)), nanoseconds)
  }

  /// The time that a turn's answers took together.
  func addTurn(nanoseconds: Int) { addDuration(at: layout.turns, nanoseconds) }

  private func addDuration(at start: Int, _ nanoseconds: Int) {
    add(1, at: start + DurationScale.bucket(of: nanoseconds, in: bounds))
    add(nanoseconds, at: start + bounds.count + 1)
  }

  @inline(__always)
  private func add(_ amount: Int, at index: Int) {
    // SAFETY: `CountsLayout` gives places below `size` only.
    let value = unsafe cells[index].load(ordering: .relaxed)
    unsafe cells[index].store(value &+ amount, ordering: .relaxed)
  }

  /// All cells, as `CountsLayout` orders them.
  var values: [Int] {
    (0..<layout.size).map { unsafe cells[$0].load(ordering: .relaxed) }
  }
}

/// Where each number stands in a block of cells.
struct CountsLayout: Sendable {
  let routes: Int

  /// Of a histogram: its buckets, and behind them the sum.
  static let buckets = DurationScale.bounds.count + 1
  private static let statuses = Status.allCases.map(\.rawValue)

  /// The place of a status among all, by status.
  private let order: [UInt8]
  private let statusCount = Self.statuses.count
  private let answersStart = Count.allCases.count
  private let durationsStart: Int
  private let bucketCells = Self.buckets + 1

  init(routes: Int) {
    precondition(routes > 0)
    self.routes = routes
    var order = [UInt8](repeating: 0, count: 600)
    for (place, status) in Self.statuses.enumerated() { order[status] = UInt8(place) }
    self.order = order
    durationsStart = answersStart + routes * statusCount
  }

  var size: Int { turns + Self.buckets + 1 }

  /// A route that has no name counts as none.
  func bounded(_ route: RouteNumber) -> Int { route.index < routes ? route.index : 0 }

  func answer(_ route: RouteNumber, _ status: Int) -> Int {
    answersStart + bounded(route) * statusCount + Int(order[status])
  }

  func durations(_ route: Int) -> Int {
    durationsStart + route * bucketCells
  }

  var turns: Int { durations(routes) }

  /// Each status of a route with its place.
  func answers(of route: Int) -> [(status: Int, place: Int)] {
    Self.statuses.map { ($0, answer(RouteNumber(route), $0)) }
  }
}
