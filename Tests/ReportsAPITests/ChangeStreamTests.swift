// GET /changes/stream, without a socket.

import Foundation
import HTTP
import Reports
import Synchronization
import Testing

@testable import ReportsAPI

/// A time of day that goes on when it is told to.
private final class TestClock: Sendable {
  private let now = Atomic<Int64>(1_728_400_000)
  var seconds: Int64 { now.load(ordering: .relaxed) }
  func add(days: Int64) { now.add(days * 86_400, ordering: .relaxed) }
}

/// A client's end of a stream: it reads events as a browser does.
private final class EventReader {
  private let producer: BodyProducer
  private(set) var lastID = ""
  private(set) var ended = false

  init(_ response: Response) throws {
    #expect(response["Content-Type"] == "text/event-stream")
    #expect(response.heartbeat == Array(":\n\n".utf8))
    guard case .producer(let producer) = response.body else { throw Unexpected.bytes }
    self.producer = producer
  }

  /// The data of all events until the stream waits.
  func read() throws -> [[String: Any]] {
    var bytes: [UInt8] = []
    var produced = Produced.more
    while produced == .more {
      var part: [UInt8] = []
      produced = producer(&part)
      bytes += part
    }
    ended = produced == .last
    return try String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n\n")
      .compactMap { try event($0) }
  }

  private func event(_ text: String) throws -> [String: Any]? {
    var data: [String: Any]?
    for line in text.split(separator: "\n") {
      if let id = line.wholeMatch(of: /id: (.*)/)?.1 { lastID = String(id) }
      if let json = line.wholeMatch(of: /data: (.*)/)?.1 {
        data = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      }
    }
    if let data { #expect("\(data["number"] ?? "")" == lastID) }
    return data
  }
}

@Test func `a stream begins now, and tells each change with its number as id`() throws {
  let followed = Followed()
  followed.take("a")
  let reader = try EventReader(followed.library.ask("/changes/stream"))
  #expect(try reader.read().isEmpty)
  #expect(reader.lastID == "1001")
  followed.take("b", "c")
  #expect(try reader.read().compactMap { $0["id"] as? String } == ["b", "c"])
  #expect(try reader.read().isEmpty && reader.lastID == "1003")
}

@Test(arguments: ["", "&q=bridge", "&q=road"])
func `a stream that is taken up anywhere goes on without gap or repeat`(query: String) throws {
  let followed = Followed(seed: 5)
  for _ in 0..<100 { followed.takeAtRandom() }
  let target = "/changes/stream?since=1000\(query)"
  let whole = try EventReader(followed.library.ask(target)).read()
  let numbers = whole.compactMap { $0["number"] as? Int }
  if query.isEmpty { #expect(numbers == Array(1001...Int(followed.log.last))) }
  for start in stride(from: 1000, through: Int(followed.log.last), by: 37) {
    let reader = try EventReader(
      followed.library.ask(
        target.replacing("since=1000", with: "since=\(start)")))
    #expect(try reader.read().compactMap { $0["number"] as? Int } == numbers.filter { $0 > start })
    #expect(reader.lastID == "\(followed.log.last)")
  }
}

@Test(arguments: ["", "&q=bridge", "&published=2024-03-01/2024-08-31"])
func `who follows a stream has the list`(query: String) throws {
  let followed = Followed(seed: 9)
  let reader = try EventReader(followed.library.ask("/changes/stream?since=1000\(query)"))
  var follower = Follower()
  for _ in 0..<30 {
    followed.takeAtRandom()
    for change in try reader.read() { try follower.apply(change) }
    #expect(follower.ids == (try followed.ids(query)))
    #expect(reader.lastID == "\(followed.log.last)")
  }
}

@Test func `a follower that is too far behind is ended, and told on its return`() throws {
  let followed = Followed(keeping: 3)
  let reader = try EventReader(followed.library.ask("/changes/stream"))
  _ = try reader.read()
  followed.take("a", "b", "c", "d", "e")
  #expect(try reader.read().isEmpty && reader.ended)
  #expect(try followed.library.ask("/changes/stream?since=\(reader.lastID)").status == .gone)
}

@Test func `while documents are loaded a stream waits, and then begins`() throws {
  let followed = Followed(loaded: false)
  let reader = try EventReader(followed.library.ask("/changes/stream?since=1000"))
  #expect(try reader.read().isEmpty && reader.lastID.isEmpty && !reader.ended)
  followed.load()
  #expect(try reader.read().isEmpty && reader.lastID == "1000")
  followed.take("a")
  #expect(try reader.read().compactMap { $0["id"] as? String } == ["a"])
}

@Test(arguments: [("since=7", Status.gone), ("bbox=x", .badRequest)])
func `a stream that could not begin is ended when documents are loaded, and told on its return`(
  query: String, status: Status
) throws {
  let followed = Followed(loaded: false)
  let reader = try EventReader(followed.library.ask("/changes/stream?\(query)"))
  #expect(try reader.read().isEmpty && !reader.ended)
  followed.load()
  #expect(try reader.read().isEmpty && reader.ended)
  #expect(try followed.library.ask("/changes/stream?\(query)").status == status)
}

@Test func `a parameter that nobody knows is told before documents are loaded`() throws {
  let library = Followed(loaded: false).library
  #expect(try library.ask("/changes/stream?sinse=1").status == .badRequest)
  #expect(try library.ask("/changes/stream", method: "DELETE").status == .methodNotAllowed)
  #expect(try library.ask("/changes").status == .serviceUnavailable)
}

@Test func `those who ask for the same are told the same bytes, wherever they began`() throws {
  let followed = Followed()
  followed.take("a")
  let targets = ["since=1000&q=bridge", "q=bridge&since=1001", "q=bridge"]
  let readers = try targets.map { try EventReader(followed.library.ask("/changes/stream?\($0)")) }
  for reader in readers { _ = try reader.read() }
  followed.take("b")
  let key = ChangeEventsKey(query: [QueryItem("q", "bridge")], after: 1001, through: 1002)
  #expect(followed.library.site.events.find(key) == nil)
  #expect(try readers[0].read().compactMap { $0["id"] as? String } == ["b"])
  let made = try #require(followed.library.site.events.find(key))
  let marked = Array(": made once\nid: 1002\n\n".utf8)
  followed.library.site.events.keep(
    ChangeEvents(bytes: marked, last: made.last, hasMore: false), under: key)
  for reader in readers.dropFirst() {
    #expect(try reader.read().isEmpty && reader.lastID == "1002")
  }
}

@Test func `a condition that counts from now moves with the time of the changes`() throws {
  let now = TestClock()
  let followed = Followed { now.seconds }
  let reader = try EventReader(followed.library.ask("/changes/stream?published=P7D/.."))
  _ = try reader.read()
  followed.take("a", published: "2024-10-07")
  #expect(try reader.read().count == 1)
  now.add(days: 30)
  followed.take("b", published: "2024-10-07")
  #expect(try reader.read().isEmpty)
  followed.take("c", published: "2024-11-07")
  #expect(try reader.read().compactMap { $0["id"] as? String } == ["c"])
}
