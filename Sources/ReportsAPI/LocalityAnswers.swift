// GET /localities/{id}

import Gazetteer
import HTTP
import JSON
import Reports

enum LocalityAnswers {
  static let parameters = ["fields", "published", "datetime", "limit", "cursor", "f"]

  /// How many reports the parts of one answer come from.
  static let limits = 1...1000
  static let standardLimit = 50

  static func record(_ call: Call, _ values: [String]) throws(Problem) -> Reply {
    guard let place = call.snapshot.gazetteer.place(id: values[0]),
      let locality = call.snapshot.locality(place)
    else { throw notFound(values[0]) }
    let request = try LocalityRequest(call, locality)
    return try .inline(unless: request.reports.records.count > Reply.inlineRecords) {
      request.response()
    }
  }

  /// People try names: it says where those are taken.
  private static func notFound(_ id: String) -> Problem {
    let name = PercentEncoding.encode(id, query: true)
    return Problem(
      .notFound,
      "There is no report that names the place “\(id)”: ids are such as gn:709354; "
        + "by name: /localities?locality=\(name)")
  }
}

/// What of one place is asked for.
private struct LocalityRequest {
  let call: Call
  let asked: Asked
  let fields: [LocalityDetailField]
  let format: Format
  /// In the reports that are asked for.
  let locality: LocalityView
  /// The reports from which the parts come.
  let reports: Page<ReportView, ReportKey>

  /// - Parameter locality: the place as all reports together name it.
  init(_ call: Call, _ locality: LocalityView) throws(Problem) {
    let parameters = try Parameters(call.request.query, allowed: LocalityAnswers.parameters)
    self.call = call
    asked = try Asked(parameters, call)
    fields = try parameters.fields(among: LocalityDetailField.ofRecord)
    format = try Format(parameters, call)
    let wanted = try Self.page(parameters, call.snapshot.gazetteer.id(of: locality.place))
    self.locality =
      call.snapshot.locality(locality.place, asked.conditions) ?? locality.withoutReports
    var conditions = asked.conditions
    conditions.places = [Condition(.place([locality.place]))]
    reports = call.snapshot.reports(conditions, wanted)
  }

  private static func page(
    _ parameters: Parameters, _ id: String
  ) throws(Problem) -> TimePageRequest {
    var wanted = TimePageRequest(.newestFirst)
    wanted.limit =
      try parameters.integer("limit", LocalityAnswers.limits) ?? LocalityAnswers.standardLimit
    wanted.after = try parameters.after(.locality, id)
    return wanted
  }

  func response() -> Response {
    let gazetteer = call.snapshot.gazetteer
    let parts = LocalityParts(
      of: locality.place, in: reports.records, fields.compactMap(\.part), gazetteer)
    let id = gazetteer.id(of: locality.place)
    let links = ListLinks(
      call.request, next: reports.next.map { Cursor(list: .locality, order: id, key: $0).token })
    var json = JSONWriter()
    LocalityDetailWriter(locality: LocalityWriter(locality, gazetteer), parts: parts, links: links)
      .write(fields + [.links], as: format, &json)
    return call.answer(
      json: json, format: format, links: links, isOfTheMoment: asked.isRelative)
  }
}
