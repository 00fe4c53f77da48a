// One client's place among the changes.

import HTTP
import Reports

struct ChangeFollower {
  private let feed: ChangeFeed
  /// The number of the last change that was told, or left out.
  private var position: Int64
  /// Whether the client knows its place.
  private var hasBegun = false

  /// Begins behind `Last-Event-ID`, with which a browser comes back, else behind `since`, else now.
  init(_ call: Call) throws(Problem) {
    let query = try ChangeQuery(try ChangeStream.read(call.request), call)
    feed = ChangeFeed(site: call.site, request: call.request, query: query)
    let lastID = try Self.lastEventID(call.request)
    position = lastID ?? query.since ?? call.snapshot.changeNumber
    guard call.site.changes.knows(position) else {
      throw ChangeQuery.gone(lastID == nil ? "since" : nil)
    }
  }

  private static func lastEventID(_ request: Request) throws(Problem) -> Int64? {
    guard let text = request.lastEventID, !text.isEmpty else { return nil }
    if let number = ChangeQuery.number(text) { return number }
    throw Problem(
      .badRequest,
      "“\(text.prefix(80))” is no value for “Last-Event-ID”: it takes the id of an event of this "
        + "stream.")
  }

  /// Tells some of what has changed since; the end where the log no longer knows.
  mutating func tell(_ part: inout [UInt8]) -> Produced {
    // An event without data gives the browser a place to come back to, and nothing else.
    if !hasBegun { part.append(contentsOf: "id: \(position)\n\n".utf8) }
    hasBegun = true
    guard let events = feed.events(after: position) else { return .last }
    part.append(contentsOf: events.bytes)
    position = events.last
    return events.hasMore ? .more : .waits
  }
}
