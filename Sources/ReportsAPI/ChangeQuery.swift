// What is asked of changes, on both of their routes.

import HTTP
import JSON
import Reports

/// The parameters that `/changes` and `/changes/stream` share.
struct ChangeQuery: Sendable {
  let asked: Asked
  let fields: [ReportField]
  /// The number behind which changes are wanted; nil where none was given.
  let since: Int64?

  static let parameters = ConditionName.parameters + ["fields", "since"]

  init(_ parameters: Parameters, _ call: Call) throws(Problem) {
    asked = try Asked(parameters, call)
    fields = try parameters.fields(among: Array(ReportField.allCases))
    guard let text = parameters.value("since") else {
      since = nil
      return
    }
    guard let number = Self.number(text) else {
      throw parameters.malformed("since", text, "the “next” token of an earlier answer, unchanged")
    }
    since = number
  }

  static func number(_ text: String) -> Int64? {
    text.utf8.allSatisfy { 48...57 ~= $0 } ? Int64(text) : nil
  }

  /// A token of another log, or one from before the first change that is still known.
  ///
  /// - Parameter parameter: that gave it; nil where a field did.
  static func gone(_ parameter: String?) -> Problem {
    Problem(
      .gone,
      "What changed since then is no longer known, or the token is not of this server's present log "
        + "of changes. GET /changes without “since” for a new token, then read the lists again, then "
        + "follow from that token.", parameter: parameter)
  }
}

/// Writes changes as one query wants them.
///
/// With conditions a follower is told what to do with a list of what meets them: a report that no
/// longer does is deleted from it, and one that never did is not added.
struct ChangeWriter {
  let snapshot: Snapshot
  let query: ChangeQuery
  private let isWanted: @Sendable (ReportView) -> Bool

  init(_ snapshot: Snapshot, _ query: ChangeQuery) {
    self.snapshot = snapshot
    self.query = query
    if query.asked.parts.isEmpty {
      isWanted = { _ in true }
    } else {
      isWanted = snapshot.test(query.asked.conditions)
    }
  }

  /// Writes a change; false where the query leaves it out.
  func write(_ change: Change, _ number: Int64, _ json: inout JSONWriter) -> Bool {
    let report = change.kind == .deleted ? nil : snapshot.report(change.id)
    let wanted = report.flatMap { isWanted($0) ? $0 : nil }
    // Of what is gone again nobody knows whether it met the conditions; that it went comes later.
    let isPlain = query.asked.parts.isEmpty
    if change.kind == .added, wanted == nil, !isPlain { return false }
    let kind = wanted == nil && !isPlain ? .deleted : change.kind
    json.object { json in
      json.key("number")
      json.integer(Int(number))
      json.key("change")
      json.string(kind.rawValue)
      json.key("id")
      json.string(change.id)
      json.key("report")
      write(wanted, &json)
    }
    return true
  }

  private func write(_ report: ReportView?, _ json: inout JSONWriter) {
    guard let report else { return json.null() }
    let words = query.asked.conditions.text
    ReportWriter(report, query.fields, as: .json, snapshot.gazetteer, words: words)
      .write(query.fields, as: .json, &json)
  }
}
