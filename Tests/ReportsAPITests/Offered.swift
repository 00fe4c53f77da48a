// What the server offers: the one table that the document, the codebook and README.md are held to.

import Extraction
import Gazetteer
import Reports

@testable import ReportsAPI

enum Offered {
  /// Paths that are files of the public folder.
  static let files: Set<String> = ["/openapi.json"]

  /// The query parameters of each route; a route that does not stand here takes none.
  static let parameters: [String: [String]] = [
    "/reports": ReportList.parameters,
    "/reports/{id}": ReportAnswers.recordParameters,
    "/extract": ExtractAnswer.parameters,
  ]

  /// The values of `fields` on each route that takes it.
  static let fields: [String: [String]] = [
    "/reports": words(ReportField.self),
    "/reports/{id}": words(ReportField.self),
    "/extract": words(ReportField.self),
  ]

  /// The values of each enumeration, by its name in the codebook.
  static let enumerations: [String: [String]] = [
    "places.kind": words(PlaceMention.Kind.self),
    "feature": words(Feature.self),
    "geo_precision": words(GeoPrecision.self),
    "time_precision": words(DateMention.Precision.self),
    "quotation.type": words(Quotation.Kind.self),
    "cue.stance": words(Cue.Stance.self),
    "speaker.sector": words(Speaker.Sector.self),
    "control.status": words(ControlClaim.Status.self),
    "control.basis": words(ControlClaim.Basis.self),
    "figures.kind": words(Figure.Kind.self),
    "unresolved.kind": words(Unresolved.Kind.self),
    "reports.sortby": words(ReportOrder.self),
    "links.rel": ["self", "next"],
  ]

  private static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> [String]
  where Word.RawValue == String { Word.allCases.map(\.rawValue) }
}

/// What the document says already and the server does not have yet; a test fails where it does.
enum Awaited {
  static let paths: Set<String> = [
    "/localities", "/localities/{id}", "/quotations", "/quotations/{id}",
  ]

  static let parameters: [String: Set<String>] = [
    "/reports": Set(conditions + conditions.map { $0 + "!" }).subtracting(["published"])
      .union(["q", "radius", "f", "explain"]),
    "/reports/{id}": ["f"],
  ]

  static let fields: [String: Set<String>] = ["/reports": ["snippet"]]

  static let enumerations: Set<String> = [
    "snippet.field", "f", "localities.sortby", "quotations.sortby",
  ]

  private static let conditions = [
    "locality", "country", "admin1", "bbox", "near", "control.status", "published", "speaker",
    "speaker.role", "speaker.affiliation", "cue", "type",
  ]
}
