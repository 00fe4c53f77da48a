// What tells other programs that documents are loaded.

import Documents
import Foundation
import JSON
import Loading
import ReportsAPI

/// One line of JSON.
struct ReadyLine {
  /// Where it listens, as URLs; at least one.
  let addresses: [String]
  let outcome: LoadOutcome
  let seconds: Double

  /// Writes the line to standard output, and to a file of which nobody sees a half.
  func announce(in file: String?) throws(Failure) {
    let line = Data(json)
    if let file {
      do {
        try line.write(to: URL(fileURLWithPath: file), options: .atomic)
      } catch {
        throw Failure(message: "\(file): the ready file cannot be written")
      }
    }
    // Whoever started the server may have gone; it serves all the same.
    try? FileHandle.standardOutput.write(contentsOf: line)
  }

  private var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("ready")
      json.boolean(true)
      json.key("address")
      json.string(addresses[0])
      json.key("addresses")
      json.array { json in addresses.forEach { json.string($0) } }
      json.intake(outcome.snapshot)
      json.key("remarks")
      json.array { json in outcome.remarks.forEach { write($0, &json) } }
      json.key("milliseconds")
      json.integer(Int(seconds * 1000))
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ remark: Fault, _ json: inout JSONWriter) {
    json.object { json in
      json.key("document")
      json.string(remark.place)
      json.key("remark")
      json.string(remark.reason)
    }
  }
}
