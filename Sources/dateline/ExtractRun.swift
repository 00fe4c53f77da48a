// Documents in, a line for each out, on all cores and in order.

import Documents
import Foundation
import Gazetteer
import JSON
import Loading
import Platform
import Reports
import ReportsAPI

/// One run of `dateline extract`. It holds a few documents at a time, however many come.
struct ExtractRun {
  let gazetteer: Gazetteer
  let form: ExtractForm
  let jobs: Int
  private let limits = IntakeLimits()

  init(gazetteer: Gazetteer, form: ExtractForm, jobs: Int) {
    self.gazetteer = gazetteer
    self.form = form
    self.jobs = jobs
  }

  /// Whether every document could be taken.
  func run(_ paths: [String]) throws(Failure) -> Bool {
    do throws(SystemError) {
      return try paths.isEmpty ? runLines() : runFiles(paths)
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  // MARK: - Files

  private func runFiles(_ paths: [String]) throws(SystemError) -> Bool {
    var output = ExtractOutput()
    let parts = paths.flatMap { list($0, &output) }
    let (limits, gazetteer, form) = (limits, gazetteer, form)
    try OrderedWork.run(parts, workers: jobs, ahead: jobs * 4) { part in
      Rendering(Reading.all(of: part, limits, gazetteer), gazetteer, form)
    } take: {
      output.take($0)
    }
    return !output.wasRefused
  }

  private func list(_ path: String, _ output: inout ExtractOutput) -> [DocumentPart] {
    do throws(Fault) {
      let listing = try DocumentFolder.list(path, limits: limits)
      listing.faults.forEach { output.refuse($0) }
      return listing.files.flatMap { $0.parts(limits) }
    } catch {
      output.refuse(error)
      return []
    }
  }

  // MARK: - Standard input

  private func runLines() throws(SystemError) -> Bool {
    var output = ExtractOutput()
    let input = Lock(StandardInput(limits))
    let (limits, gazetteer, form) = (limits, gazetteer, form)
    try OrderedWork.run(workers: jobs, ahead: jobs * 4) {
      input.withLock { $0.next() }
    } work: { (line: Line) in
      let reading = Reading(line.document(limits), gazetteer: gazetteer)
      return Rendering([reading], gazetteer, form)
    } take: {
      output.take($0)
    }
    if let failure = input.withLock({ $0.failure }) { throw failure }
    return !output.wasRefused
  }
}

/// The lines of standard input that are not empty.
private struct StandardInput {
  private var lines: LineReader
  /// Why it ended before its end.
  private(set) var failure: SystemError?

  init(_ limits: IntakeLimits) {
    lines = LineReader(limit: limits.lineBytes) { buffer throws(SystemError) in
      try StandardStream.read(into: &buffer)
    }
  }

  mutating func next() -> Line? {
    do throws(SystemError) {
      while let line = try lines.next() {
        if !line.isBlank { return line }
      }
    } catch {
      failure = error
    }
    return nil
  }
}

extension Line {
  fileprivate var isBlank: Bool {
    guard case .bytes(let bytes) = content else { return false }
    return bytes.allSatisfy { $0 <= 0x20 }
  }

  /// The document of a line; without an id of its own it is named by its number.
  fileprivate func document(_ limits: IntakeLimits) -> IntakeResult {
    let place = "line \(number)"
    switch content {
    case .bytes(let bytes):
      return DocumentReader.article(bytes, named: "\(number)", at: place, limits)
    case .tooLong(let size):
      let reason = Unreadable.tooLarge(size, limits.lineBytes).reason
      return IntakeResult(place, .failure(Fault(place: place, reason: reason)))
    }
  }
}
