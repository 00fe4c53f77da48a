// What a list is asked for.

import HTTP
import Reports

/// The parameters that all lists share.
struct ListRequest<Field: FieldName> {
  let parameters: Parameters
  let call: Call
  let asked: Asked
  let fields: [Field]
  let limit: Int
  let format: Format
  let isExplained: Bool

  static var parameters: [String] {
    ConditionName.parameters + ["fields", "sortby", "limit", "cursor", "f", "explain"]
  }

  static var limits: ClosedRange<Int> { 1...1000 }

  init(_ call: Call, _ formats: [Format]) throws(Problem) {
    try Self.refuseNegatedWords(call.request.query)
    parameters = try Parameters(
      call.request.query, allowed: Self.parameters, negated: ConditionName.negatedParameters)
    self.call = call
    asked = try Asked(parameters, call)
    fields = try parameters.fields(among: Array(Field.allCases))
    limit = try parameters.integer("limit", Self.limits) ?? 50
    format = try Format(parameters, call, among: formats)
    isExplained = try parameters.isExplained()
  }

  private static func refuseNegatedWords(_ query: [QueryItem]) throws(Problem) {
    guard query.contains(where: { $0.name == "q!" }) else { return }
    throw Problem(
      .badRequest,
      "“q” takes no “!=”: put “-” before a word that must not be there, as in q=-word.",
      parameter: "q!", nearest: "q")
  }

  /// Whether its answer would hold up the other connections of a loop.
  var isLong: Bool { limit > Reply.inlineRecords || isExplained }

  /// How the query was understood, where that was asked for.
  func explanation(_ matched: Int, count: (Conditions) -> Int) -> Explanation? {
    isExplained ? Explanation(asked, matched: matched, count: count) : nil
  }
}

/// A member of a record that `fields` can ask for.
protocol FieldName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Members that GeoJSON writes outside of `properties`.
  static var outsideProperties: [Self] { get }
}

/// The lists, by the member that holds their records.
enum ListKind: String, CaseIterable {
  case reports, localities, quotations

  var cursorList: CursorList {
    switch self {
    case .reports: .reports
    case .localities: .localities
    case .quotations: .quotations
    }
  }
}
