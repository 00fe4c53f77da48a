// A small library of reports, and requests to it without a socket.

import Dates
import Foundation
import Gazetteer
import HTTP
import Loading
import Reports
import Testing

@testable import ReportsAPI

/// Three reports: two dated, one not, one with a remark and a name that URLs must escape.
func makeSnapshot(made: Int64 = 1_700_000_000, settings: [String] = []) -> Snapshot {
  let builder = SegmentBuilder()
  var first = ReportEntry(id: "bridge", text: Array("The bridge is gone.\r\nЖ\n".utf8))
  first.headline = "Bridge “down”"
  first.published = Moment("2024-10-07")
  first.source = "Frontier Wire"
  var second = ReportEntry(id: "a/b c", text: Array("x".utf8), remarks: ["Not UTF-8."])
  second.published = Moment("2024-10-08T09:30:00Z")
  for entry in [first, second, ReportEntry(id: "undated", text: Array("y".utf8))] {
    _ = builder.add(entry)
  }
  var intake = Snapshot.Intake()
  intake.skipped = [Snapshot.Skipped(place: "empty.txt", reason: "the document has no text")]
  return Snapshot(
    reports: builder.finish(), gazetteer: Gazetteer(), intake: intake, made: made,
    settings: settings)
}

/// The API over a library, asked like a function.
final class Library {
  let store: SnapshotStore
  let site: Site
  private let responder: ReportsResponder

  init(
    loaded: Bool = true, now: Int64 = 1_728_400_000, store: SnapshotStore = SnapshotStore(),
    _ change: (inout Site) -> Void = { _ in }
  ) {
    self.store = store
    var site = Site(
      store: store, version: "1.2.3", now: { now }, read: { ReportEntry($0, gazetteer: $1) })
    for (name, text) in ["index.html": "<p>", Codebook.file: "{}"] {
      site.publicFiles[name] = PublicFile(name: name, bytes: Array(text.utf8))
    }
    change(&site)
    self.site = site
    responder = ReportsResponder(site: site)
    if loaded { store.publish(makeSnapshot()) }
  }

  func ask(
    _ target: String, method: String = "GET", accept: String? = nil, host: String = "test:8080"
  ) throws -> Response {
    _ = responder.refresh()
    let field = accept.map { "Accept: \($0)\r\n" } ?? ""
    let bytes = Array("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\n\(field)\r\n".utf8)
    var head = RequestHead()
    #expect(head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count))
    return now(try reply(head, bytes))
  }

  /// Whether the answer is made by the pool.
  func isLong(_ target: String) throws -> Bool {
    _ = responder.refresh()
    let bytes = Array("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    var head = RequestHead()
    #expect(head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count))
    if case .job = try reply(head, bytes) { return true }
    return false
  }

  private func reply(_ head: RequestHead, _ bytes: [UInt8]) throws -> Reply {
    responder.reply(to: try Request(head, bytes.span))
  }

  /// What a client that sends a body is answered, on its loop or by the pool.
  func post(_ target: String, _ body: [UInt8], as type: String?) throws -> Reply {
    _ = responder.refresh()
    let field = type.map { "Content-Type: \($0)\r\n" } ?? ""
    let fields = "Host: test\r\n\(field)Content-Length: \(body.count)\r\n"
    let bytes = Array("POST \(target) HTTP/1.1\r\n\(fields)\r\n".utf8)
    var head = RequestHead()
    #expect(head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count))
    var request = try Request(head, bytes.span)
    request.body = body
    return responder.reply(to: request)
  }

  private func now(_ reply: Reply) -> Response {
    switch reply {
    case .response(let response): response
    case .job(let work): work { false }
    }
  }
}

enum Unexpected: Error { case producer, bytes, notAnObject }

extension Response {
  func bytes() throws -> [UInt8] {
    guard case .bytes(let bytes) = body else { throw Unexpected.producer }
    return bytes
  }

  func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }

  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(try bytes()))
    guard let object = value as? [String: Any] else { throw Unexpected.notAnObject }
    return object
  }

  subscript(name: String) -> String? {
    switch name {
    case "Vary": vary.field
    case "Last-Modified": lastModified.map { HTTPDate.format($0) }
    case "Content-Security-Policy": contentSecurityPolicy
    default: fields.first { $0.name == name }?.value
    }
  }
}
