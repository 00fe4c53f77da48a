// Changes over restarts, as a user meets them.

import Foundation
import TestSupport
import Testing

/// Documents, a change log, and servers that come and go.
private final class Restarts {
  let folder: Folder
  let state: Folder
  var server: RunningServer

  init() throws {
    folder = try Folder()
    state = try Folder()
    try folder.write("first.txt", "The bridge is gone.\n")
    server = try Self.start(folder, state)
  }

  static func start(_ folder: Folder, _ state: Folder) throws -> RunningServer {
    try RunningServer([folder.path], ["--watch", "--change-log", state.path + "/changes"])
  }

  /// Ends the server without a word, and starts another.
  func restart(_ between: () throws -> Void = {}) throws {
    server.program.send(SIGKILL)
    _ = server.program.end()
    try between()
    server = try Self.start(folder, state)
  }

  func token() throws -> String { try #require(server.json("/changes")["next"] as? String) }

  /// Number, kind and id of the changes behind a token, once there are enough.
  func changes(since token: String, count: Int) throws -> [String] {
    let end = Date() + patience
    while true {
      let told = try server.json("/changes?since=\(token)&fields=id")["changes"]
      let changes = (told as? [[String: Any]] ?? []).map {
        "\(($0["number"] as? Int ?? 0) - (Int(token) ?? 0)) \($0["change"] ?? "") \($0["id"] ?? "")"
      }
      if changes.count >= count || Date() > end { return changes }
      usleep(20_000)
    }
  }
}

@Test func `a token holds over a kill, and what changed meanwhile is told`() throws {
  let restarts = try Restarts()
  let token = try restarts.token()
  try restarts.folder.write("second.txt", "The road is open.\n")
  #expect(try restarts.changes(since: token, count: 1) == ["1 added second"])
  try restarts.restart {
    try restarts.folder.write("first.txt", "The bridge is back.\n")
    try restarts.folder.write("third.txt", "A third.\n")
    try FileManager.default.removeItem(atPath: restarts.folder.path + "/second.txt")
  }
  let missed = ["1 added second", "2 deleted second", "3 updated first", "4 added third"]
  #expect(try restarts.changes(since: token, count: 4) == missed)
  try restarts.restart()
  #expect(try restarts.changes(since: token, count: 4) == missed)
  try restarts.folder.write("fourth.txt", "A fourth.\n")
  #expect(try restarts.changes(since: token, count: 5) == missed + ["5 added fourth"])
}

@Test func `without a change log a token is of its own run`() throws {
  let folder = try Folder()
  try folder.write("first.txt", "The bridge is gone.\n")
  let token = try #require(
    try RunningServer([folder.path]).json("/changes")["next"] as? String)
  let server = try RunningServer([folder.path])
  #expect(try server.get("/changes?since=\(token)").status == 410)
  #expect(try server.get("/changes/stream?since=\(token)").status == 410)
}

@Test func `a file that is no change log ends the start with its name`() throws {
  let folder = try Folder()
  try folder.write("first.txt", "The bridge is gone.\n")
  let path = try folder.write("notes.db", String(repeating: "not a database ", count: 100))
  let program = try Program(
    ["serve", "--port", "0", "--documents", folder.path, "--change-log", path], in: folder)
  let ended = program.end()
  #expect(ended.status == 1)
  #expect(ended.errors.contains("notes.db"))
}
