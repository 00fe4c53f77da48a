// What is compressed can be read again, by our own reader and by others.

import Compression
import Foundation
import TestSupport
import Testing

private func expand(_ bytes: [UInt8]) throws -> [UInt8] {
  var gunzip = try Gunzip()
  var output: [UInt8] = []
  try gunzip.expand(bytes.span, into: &output)
  try gunzip.finish()
  return output
}

struct GzipTests {
  private static let json = Array(
    (0..<4000).map { "{\"id\":\"r\($0)\",\"name\":\"Gao\"}" }.joined(separator: ",").utf8)

  @Test(arguments: [0, 1, 2, 100, 65_536, 1 << 20], [Gzip.fastLevel, Gzip.smallestLevel])
  func `any bytes come back as they were`(count: Int, level: Int32) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    for bytes in [noise, Array(repeating: 65, count: count), Array(Self.json.prefix(count))] {
      #expect(try expand(Gzip.compress(bytes.span, level: level)) == bytes)
    }
  }

  @Test func `text becomes much smaller, and the same text the same bytes`() {
    let small = Gzip.compress(Self.json.span)
    #expect(small.count * 5 < Self.json.count)
    #expect(Gzip.compress(Self.json.span) == small)
    // Neither name nor time: RFC 1952, section 2.3.
    #expect(Array(small.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
  }

  @Test func `gzip itself reads it`() throws {
    let text = Array(Self.json.prefix(9000))
    let compressed = Gzip.compress(text.span)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    input.fileHandleForWriting.write(Data(compressed))
    try input.fileHandleForWriting.close()
    #expect(
      Array(output.fileHandleForReading.readDataToEndOfFile()) == Array(Self.json.prefix(9000)))
  }
}
