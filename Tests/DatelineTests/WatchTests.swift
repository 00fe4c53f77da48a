// Documents that change while the server runs, as a user meets it.

import Foundation
import TestSupport
import Testing

private func text(_ words: String) -> String { "Published: 2024-10-07\n\n\(words)\n" }

/// A server over a folder that changes.
private final class WatchedFolder {
  let folder: Folder
  let server: RunningServer

  init(_ more: [String] = ["--watch"]) throws {
    folder = try Folder()
    try folder.write("first.txt", text("The bridge is gone."))
    server = try RunningServer([folder.path], more)
  }

  var ids: Set<String> {
    get throws {
      let reports = try server.json("/reports?fields=id&limit=1000")["reports"]
      return Set((reports as? [[String: String]] ?? []).compactMap { $0["id"] })
    }
  }

  var skipped: [String] {
    get throws {
      let skipped = try server.json("/readyz")["skipped"] as? [[String: String]]
      return (skipped ?? []).compactMap { $0["document"] }
    }
  }

  func hasText(_ id: String, _ words: String) throws -> Bool {
    try server.get("/reports/\(id)/text").text == "\(words)\n"
  }
}

@Test func `what comes, changes and goes is taken up`() throws {
  let watched = try WatchedFolder()
  try watched.folder.write("second.txt", text("The road is open."))
  #expect(try comes { try watched.ids == ["first", "second"] })
  try watched.folder.write("second.txt", text("The road is closed."))
  #expect(try comes { try watched.hasText("second", "The road is closed.") })
  try FileManager.default.removeItem(atPath: watched.folder.path + "/first.txt")
  #expect(try comes { try watched.ids == ["second"] })
}

@Test func `folders that come, move and go are followed`() throws {
  let watched = try WatchedFolder()
  let files = FileManager.default
  let path = watched.folder.path
  let elsewhere = try Folder()
  for number in 0..<50 {
    try elsewhere.write("deep/er/n\(number).txt", text("Shelling \(number)."))
  }
  try files.moveItem(atPath: elsewhere.path + "/deep", toPath: path + "/in")
  #expect(try comes { try watched.ids.count == 51 })
  try watched.folder.write("in/er/late.txt", text("One more."))
  #expect(try comes { try watched.ids.contains("late") })
  try files.moveItem(atPath: path + "/in", toPath: elsewhere.path + "/out")
  #expect(try comes { try watched.ids == ["first"] })
}

@Test func `a file is read when whoever writes it is done`() throws {
  let watched = try WatchedFolder()
  let path = watched.folder.path + "/slow.txt"
  _ = FileManager.default.createFile(atPath: path, contents: nil)
  let handle = try #require(FileHandle(forWritingAtPath: path))
  try handle.write(contentsOf: Data("Published: 2024-10-07\n\nHalf a".utf8))
  try watched.folder.write("other.txt", text("Something else."))
  #expect(try comes { try watched.ids.contains("other") })
  try handle.write(contentsOf: Data(" sentence.\n".utf8))
  try handle.close()
  #expect(try comes { try watched.ids.contains("slow") })
  #expect(try watched.server.get("/reports/slow/text").text == "Half a sentence.\n")
}

@Test func `a file that is renamed over another takes its place`() throws {
  let watched = try WatchedFolder()
  let path = watched.folder.path
  try watched.folder.write(".first.tmp", text("The bridge stands."))
  try FileManager.default.removeItem(atPath: path + "/first.txt")
  try FileManager.default.moveItem(atPath: path + "/.first.tmp", toPath: path + "/first.txt")
  #expect(try comes { try watched.hasText("first", "The bridge stands.") })
}

@Test func `a document that becomes bad is named, and its old version stays`() throws {
  let watched = try WatchedFolder()
  try watched.folder.write("first.txt", " \n")
  #expect(try comes { try watched.skipped == ["first.txt"] })
  #expect(try watched.hasText("first", "The bridge is gone."))
  try watched.folder.write("first.txt", text("The bridge is back."))
  #expect(try comes { try watched.hasText("first", "The bridge is back.") })
  #expect(try watched.skipped.isEmpty)
}

@Test func `many files at once are all taken up, and a stream tells each of them once`() throws {
  let watched = try WatchedFolder()
  let client = try Client(port: watched.server.port)
  client.send("GET /changes/stream?fields=id HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readHead().status == 200)
  for number in 0..<300 { try watched.folder.write("n\(number).txt", text("Shelling \(number).")) }
  var events = ""
  while events.split(separator: "\n").count(where: { $0.hasPrefix("data: ") }) < 300 {
    events += String(decoding: try client.readChunk(), as: UTF8.self)
  }
  let ids = events.matches(of: /data: \{"number":\d+,"change":"added","id":"(n\d+)"/).map { $0.1 }
  #expect(ids.count == 300 && Set(ids).count == 300)
  let numbers = events.matches(of: /\nid: (\d+)\n/).compactMap { Int($0.1) }
  #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 })
}

@Test func `without watching SIGHUP takes changes up`() throws {
  let watched = try WatchedFolder([])
  try watched.folder.write("second.txt", text("The road is open."))
  watched.server.program.send(SIGHUP)
  #expect(try comes { try watched.ids == ["first", "second"] })
}

@Test func `a folder that goes keeps what was read, and is taken up when it is back`() throws {
  let watched = try WatchedFolder()
  let files = FileManager.default
  let path = watched.folder.path
  try files.moveItem(atPath: path, toPath: path + "-away")
  defer { try? files.removeItem(atPath: path + "-away") }
  usleep(300_000)
  #expect(try watched.ids == ["first"])
  try files.createDirectory(atPath: path, withIntermediateDirectories: true)
  try watched.folder.write("second.txt", text("The road is open."))
  #expect(try comes { try watched.ids == ["second"] })
}

@Test func `one file that is named is watched`() throws {
  let folder = try Folder()
  let file = try folder.write("all.ndjson", "{\"id\":\"a\",\"text\":\"The bridge is gone.\"}\n")
  let server = try RunningServer([file], ["--watch"])
  try folder.write("all.ndjson", "{\"id\":\"b\",\"text\":\"The road is open.\"}\n")
  #expect(try comes { try server.get("/reports/b").status == 200 })
  #expect(try server.get("/reports/a").status == 404)
}
