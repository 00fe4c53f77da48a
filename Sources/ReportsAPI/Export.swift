// GET of a list with f=ndjson: all that matches, one record a line.

import HTTP
import JSON
import Reports

/// A list that can be had whole.
protocol ExportedList: RecordList where Order == ReportOrder {
  static func run(of snapshot: Snapshot, _ conditions: Conditions, _ order: Order) -> Run<Record>
}

extension ExportedList {
  static var formats: [Format] { Format.allCases }

  /// A page of the list, or the whole of it.
  static func replyInAnyFormat(_ call: Call, _ values: [String]) throws(Problem) -> Reply {
    let request = try ListRequest<Field>(call, formats)
    if request.format != .ndjson { return try reply(request) }
    try refusePages(request.parameters)
    let order = try request.parameters.word("sortby", as: Order.self) ?? standardOrder
    // To find and to sort takes some milliseconds where it is not simply everything.
    let isLong = !request.asked.parts.isEmpty || order != .newestFirst
    return try .inline(unless: isLong) {
      export(request, run(of: call.snapshot, request.asked.conditions, order))
    }
  }

  private static func refusePages(_ parameters: Parameters) throws(Problem) {
    for name in ["limit", "cursor", "explain"] where parameters.value(name) != nil {
      throw Problem(
        .badRequest, "An export has no pages and nothing beside its records: leave “\(name)” out.",
        parameter: name)
    }
  }

  private static func export(_ request: ListRequest<Field>, _ run: Run<Record>) -> Response {
    var response = request.call.answer(
      streamed: request.format, isOfTheMoment: request.asked.isRelative)
    let write = writer(for: request)
    var run = run
    response.body = .producer { part in
      var json = JSONWriter(reserving: partBytes + partBytes / 4)
      var hasMore = true
      while hasMore, json.count < partBytes {
        if let record = run.next() {
          write(record, &json)
          json.endLine()
        } else {
          writeEnd(run.count, &json)
          hasMore = false
        }
      }
      json.append(to: &part)
      return hasMore ? .more : .last
    }
    return response
  }

  /// A part takes some hundred microseconds.
  private static var partBytes: Int { 60 * 1024 }

  /// Whoever has not read this has not read everything.
  private static func writeEnd(_ count: Int, _ json: inout JSONWriter) {
    json.object { json in
      json.key("end")
      json.boolean(true)
      json.key("count")
      json.integer(count)
    }
    json.endLine()
  }
}
