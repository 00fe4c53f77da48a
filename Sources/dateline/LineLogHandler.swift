// swift-log's lines as JSON on standard error.

import Dates
import Foundation
import Logging
import Platform

/// Something that writes its own members of a line, without a text for each in between.
protocol LogMembers: CustomStringConvertible, Sendable {
  /// Milliseconds since 1970.
  var time: Int64 { get }
  func write(to line: inout LogText)
}

/// Collects lines; whoever logs writes them out with `flush`, many at once.
struct LineLogHandler: LogHandler {
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]
  private let lines = Lock(Lines())

  private struct Lines {
    var bytes: [UInt8] = []
    var time = LogTime()
  }

  /// The metadata that are `LogMembers`.
  static let members = "members"

  init(level: Logger.Level) { logLevel = level }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var members: (any LogMembers)?
    if case .stringConvertible(let value) = event.metadata?[Self.members] {
      members = value as? any LogMembers
    }
    lines.withLock { lines in
      var line = LogText(lines.bytes)
      lines.bytes = []
      line.add("time", lines.time.text(of: members?.time ?? WallClock.system.milliseconds))
      line.add("level", event.level.rawValue)
      line.add("message", "\(event.message)")
      if let members {
        members.write(to: &line)
      } else {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
          line.add(key, "\(value)")
        }
      }
      lines.bytes = line.ended()
    }
  }

  /// Writes what was logged; waits for as long as standard error takes nothing.
  func flush() {
    let bytes = lines.withLock { lines in
      defer { lines.bytes = [] }
      return lines.bytes
    }
    StandardError.write(bytes)
  }
}

/// Times of lines, RFC 3339 in UTC with milliseconds; what lines of one second share is kept.
struct LogTime {
  private var second: Int64 = .min
  private var whole = ""

  mutating func text(of milliseconds: Int64) -> String {
    let (second, rest) = milliseconds.divided(by: 1000)
    if second != self.second {
      self.second = second
      whole = String(Moment(start: second, precision: .second).description.dropLast())
    }
    return "\(whole).\(zeroPadded(Int(rest), 3))Z"
  }
}
