// What a run of `dateline extract` prints.

import Documents
import Foundation
import Gazetteer
import JSON
import Loading
import Platform
import Reports
import ReportsAPI

/// How a report is printed.
struct ExtractForm: Sendable {
  /// For people, not as JSON.
  let asTree: Bool
  /// With what the names of its localities could mean as well.
  let isExplained: Bool
}

/// Some documents as they are printed, made on any thread.
struct Rendering: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var faults: [Fault] = []

  init(_ readings: [Reading], _ gazetteer: Gazetteer, _ form: ExtractForm) {
    for reading in readings {
      switch reading.entry {
      case .failure(let fault): faults.append(fault)
      case .success(let entry): append(entry, gazetteer, form)
      }
    }
  }

  private mutating func append(_ entry: ReportEntry, _ gazetteer: Gazetteer, _ form: ExtractForm) {
    if form.asTree {
      let tree = ReportTree(entry, gazetteer, isExplained: form.isExplained)
      bytes.append(contentsOf: tree.bytes)
      return
    }
    var json = JSONWriter(reserving: entry.text.count * 4)
    ReportWriter(entry, gazetteer, isExplained: form.isExplained).write(&json)
    json.endLine()
    json.append(to: &bytes)
  }
}

/// Writes to standard output and error, on the main thread.
struct ExtractOutput {
  /// Some document could not be taken.
  private(set) var wasRefused = false

  mutating func take(_ rendering: Rendering) {
    write(rendering.bytes)
    rendering.faults.forEach { refuse($0) }
  }

  mutating func refuse(_ fault: Fault) {
    wasRefused = true
    StandardError.write("dateline: \(fault.place): \(fault.reason)\n")
  }

  /// Whoever reads no more has seen enough: the program ends, and that is no error.
  private func write(_ bytes: [UInt8]) {
    do throws(SystemError) {
      try StandardStream.write(bytes)
    } catch {
      if error.code == SystemError.brokenPipe { exit(0) }
      StandardError.write("dateline: \(error)\n")
      exit(1)
    }
  }
}
