// The representations of lists and records.

import HTTP

/// How an answer is written.
enum Format: String, CaseIterable {
  case json, geojson

  var mediaType: String {
    switch self {
    case .json: "application/json"
    case .geojson: "application/geo+json"
    }
  }

  /// The end of a path that asks for it.
  private static let geojsonSuffix = ".geojson"

  /// What the end of a path asks for, and the path without it; nil where it asks for nothing.
  static func ending(_ path: [String]) -> (format: Format, rest: [String])? {
    guard let last = path.last, last.hasSuffix(geojsonSuffix) else { return nil }
    return (.geojson, path.dropLast() + [String(last.dropLast(geojsonSuffix.count))])
  }

  /// What a request wants: `f` before the path's ending before `Accept`.
  ///
  /// - Throws: 400 for an unknown `f`; 406 where `Accept` takes neither.
  init(_ parameters: Parameters, _ call: Call) throws(Problem) {
    if let named = try parameters.word("f", as: Format.self) ?? call.pathFormat {
      self = named
      return
    }
    let offered = Self.allCases.map(\.mediaType)
    let chosen = Accept.choose(from: offered, accept: call.request.accept)
    guard let format = Self.allCases.first(where: { $0.mediaType == chosen }) else {
      throw Problem(
        .notAcceptable, "Here are \(offered.joined(separator: " and ")).", allowed: offered)
    }
    self = format
  }
}
