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
    "/reports": ReportList.parameters + ConditionName.negatedParameters,
    "/reports/{id}": ReportAnswers.recordParameters,
    "/localities": LocalityList.parameters + ConditionName.negatedParameters,
    "/localities/{id}": LocalityAnswers.parameters,
    "/quotations": QuotationList.parameters + ConditionName.negatedParameters,
    "/quotations/{id}": QuotationAnswers.parameters,
    "/changes": ChangeList.parameters + ConditionName.negatedParameters,
    "/changes/stream": ChangeStream.parameters + ConditionName.negatedParameters,
    "/extract": ExtractAnswer.parameters,
  ]

  /// The values of `fields` on each route that takes it.
  static let fields: [String: [String]] = [
    "/reports": words(ReportField.self),
    "/reports/{id}": ReportField.ofRecord.map(\.rawValue),
    "/localities": words(LocalityField.self),
    "/localities/{id}": LocalityDetailField.ofRecord.map(\.rawValue),
    "/quotations": words(QuotationField.self),
    "/quotations/{id}": QuotationField.ofRecord.map(\.rawValue),
    "/changes": words(ReportField.self),
    "/changes/stream": words(ReportField.self),
    "/extract": ReportField.ofRecord.map(\.rawValue),
  ]

  /// The values of each enumeration, by its name in the codebook.
  static let enumerations: [String: [String]] = [
    "places.kind": words(PlaceMention.Kind.self),
    "places.role": words(PlaceMention.Role.self),
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
    "snippet.field": [Snippet.Field.text, .headline].map(\.rawValue),
    "spatial": words(Spatial.self),
    "f": Format.ofPages.map(\.rawValue),
    "export.f": words(Format.self),
    "reports.sortby": words(ReportOrder.self),
    "localities.sortby": words(LocalityOrder.self),
    "quotations.sortby": words(ReportOrder.self),
    "changes.change": words(Change.Kind.self),
    "links.rel": ["self", "next"],
  ]

  private static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> [String]
  where Word.RawValue == String { Word.allCases.map(\.rawValue) }
}
