// The built program, started in a fresh folder.

import Foundation
import TestSupport
import Testing

/// A run of the program that has ended.
struct Ended {
  let status: Int32
  let output: String
  let errors: String

  var errorLines: [Substring] { errors.split(separator: "\n") }
}

/// A run of the program.
final class Program {
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  let folder: Folder

  /// Starts `dateline` in the folder, with nothing of the tests' own settings in its environment.
  init(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:]
  ) throws {
    self.folder = folder
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.executableURL = tests.deletingLastPathComponent().appendingPathComponent("dateline")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let own = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DATELINE_") }
    process.environment = own.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// Waits for the end.
  func end() -> Ended {
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      errors: String(decoding: errorData, as: UTF8.self))
  }

  /// The number of its process.
  var identifier: Int32 { process.processIdentifier }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// The line of standard output that says ready, awaited.
  func readyLine() throws -> [String: Any] {
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
      if byte.first == UInt8(ascii: "\n") { break }
      line += byte
    }
    let value = try JSONSerialization.jsonObject(with: line)
    return try #require(value as? [String: Any])
  }
}

/// A server over documents, ready to be asked.
final class RunningServer {
  let program: Program
  let ready: [String: Any]
  let port: UInt16

  init(
    _ documents: [String], _ more: [String] = [], in folder: Folder? = nil,
    environment: [String: String] = [:]
  ) throws {
    let paths = documents.flatMap { ["--documents", $0] }
    program = try Program(
      ["serve", "--port", "0"] + paths + more, in: try folder ?? Folder(), environment: environment)
    ready = try program.readyLine()
    let address = try #require(ready["address"] as? String)
    port = try #require(URL(string: address)?.port.flatMap { UInt16(exactly: $0) })
  }

  func get(_ target: String, fields: String = "") throws -> Answer {
    let client = try Client(port: port)
    client.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\n\(fields)Connection: close\r\n\r\n")
    return try client.readAnswer()
  }

  func json(_ target: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(try get(target).body))
    return try #require(value as? [String: Any])
  }

  /// Every id of all pages of a list.
  func allIDs(_ first: String) throws -> [String] {
    var ids: [String] = []
    var target: String? = first
    while let next = target {
      let page = try json(next)
      let reports = try #require(page["reports"] as? [[String: Any]])
      ids += reports.compactMap { $0["id"] as? String }
      let links = try #require(page["links"] as? [[String: String]])
      target = links.first { $0["rel"] == "next" }?["href"]
    }
    return ids
  }
}
