// The events of one query, made once for all who follow it.

import HTTP
import JSON
import Reports

/// Events behind some number.
struct ChangeEvents: Sendable {
  let bytes: [UInt8]
  /// The number of the last change that they tell or leave out.
  let last: Int64
  let hasMore: Bool
}

/// What its making depends on.
struct ChangeEventsKey: Hashable, Sendable {
  let query: [QueryItem]
  let after: Int64
  let through: Int64
}

/// What is told to streams that ask for the same.
struct ChangeFeed: Sendable {
  let site: Site
  let request: Request
  private let query: ChangeQuery
  /// The same for all who are told the same, wherever they began.
  private let name: [QueryItem]

  init(site: Site, request: Request, query: ChangeQuery) {
    self.site = site
    self.request = request
    self.query = query
    name = request.query.filter { $0.name != "since" }
  }

  /// Changes that one part tells at most, and about how many bytes it has then.
  private static let partChanges = 100
  private static let partBytes = 48 * 1024

  /// What there is to tell behind a number; nil where the log no longer knows.
  func events(after number: Int64) -> ChangeEvents? {
    guard let snapshot = site.store.snapshot else { return nil }
    if number == snapshot.changeNumber {
      return ChangeEvents(bytes: [], last: number, hasMore: false)
    }
    let key = ChangeEventsKey(query: name, after: number, through: snapshot.changeNumber)
    if let known = site.events.find(key) { return known }
    guard let made = make(after: number, snapshot) else { return nil }
    site.events.keep(made, under: key)
    return made
  }

  private func make(after number: Int64, _ snapshot: Snapshot) -> ChangeEvents? {
    let changes = site.changes.changes(
      after: number, through: snapshot.changeNumber, limit: Self.partChanges)
    guard let changes else { return nil }
    let writer = ChangeWriter(snapshot, query(on: snapshot))
    var bytes: [UInt8] = []
    var (last, isTold) = (number, true)
    for change in changes where bytes.count < Self.partBytes {
      last += 1
      isTold = append(change, last, writer, &bytes)
    }
    // An event without data moves the place from which a browser comes back, and nothing else.
    if !isTold { bytes.append(contentsOf: "id: \(last)\n\n".utf8) }
    return ChangeEvents(bytes: bytes, last: last, hasMore: last < snapshot.changeNumber)
  }

  /// A condition that counts from now is read anew, as it means something else by now.
  private func query(on snapshot: Snapshot) -> ChangeQuery {
    if !query.asked.isRelative { return query }
    let call = Call(request: request, snapshot: snapshot, site: site)
    do throws(Problem) {
      return try ChangeQuery(try ChangeStream.read(request), call)
    } catch {
      return query
    }
  }

  /// False where the query leaves the change out.
  private func append(
    _ change: Change, _ number: Int64, _ writer: ChangeWriter, _ bytes: inout [UInt8]
  ) -> Bool {
    var json = JSONWriter()
    guard writer.write(change, number, &json) else { return false }
    bytes.append(contentsOf: "id: \(number)\ndata: ".utf8)
    json.append(to: &bytes)
    bytes.append(contentsOf: "\n\n".utf8)
    return true
  }
}
