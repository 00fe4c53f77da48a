// The representations of lists and records.

import HTTP

/// How an answer is written.
enum Format: String, CaseIterable {
  case json, geojson
  /// Everything that matches, one record a line.
  case ndjson

  /// Those of one record, and of a page of records.
  static let ofPages: [Format] = [.json, .geojson]

  var mediaType: String {
    switch self {
    case .json: "application/json"
    case .geojson: "application/geo+json"
    case .ndjson: "application/x-ndjson"
    }
  }

  /// The end of a path that asks for it; nil where none does.
  private var suffix: String? { self == .json ? nil : ".\(rawValue)" }

  /// What the end of a path asks for, and the path without it; nil where it asks for nothing.
  static func ending(_ path: [String]) -> (format: Format, rest: [String])? {
    guard let last = path.last else { return nil }
    for format in allCases {
      if let suffix = format.suffix, last.hasSuffix(suffix) {
        return (format, path.dropLast() + [String(last.dropLast(suffix.count))])
      }
    }
    return nil
  }

  /// What a request wants: `f` before the path's ending before `Accept`.
  ///
  /// - Throws: 400 for an `f` that is not among the formats; 406 where `Accept` takes none of them.
  init(
    _ parameters: Parameters, _ call: Call, among formats: [Format] = ofPages
  ) throws(Problem) {
    if let named = try parameters.word("f", among: formats) ?? call.pathFormat {
      self = named
      return
    }
    let offered = formats.map(\.mediaType)
    let chosen = Accept.choose(from: offered, accept: call.request.accept)
    guard let format = formats.first(where: { $0.mediaType == chosen }) else {
      throw Problem(
        .notAcceptable, "Here are \(offered.joined(separator: " and ")).", allowed: offered)
    }
    self = format
  }
}
