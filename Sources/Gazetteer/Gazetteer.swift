// Places and their names.

package final class Gazetteer: Sendable {
  package init() {}

  package var count: Int { 0 }

  /// All places that bear a name as it is written.
  package func candidates(_ written: Span<UInt8>, folded: inout [UInt8]) -> [Candidate] { [] }

  package func place(id: String) -> Place? { nil }
  package func id(of place: Place) -> String { "" }
  package func name(of place: Place) -> String { "" }
  package func feature(of place: Place) -> Feature { .other }
  package func countryCode(of place: Place) -> CountryCode { CountryCode(code: 0) }
  package func country(of place: Place) -> Place? { nil }
  package func country(_ code: CountryCode) -> Place? { nil }
  package func admin1(of place: Place) -> Place? { nil }
  package func admin2(of place: Place) -> Place? { nil }
  package func admin1Name(of place: Place) -> String? { nil }
  package func admin2Name(of place: Place) -> String? { nil }
  package func coordinates(of place: Place) -> Coordinates {
    Coordinates(longitude: 0, latitude: 0)
  }
  package func population(of place: Place) -> Int { 0 }
  package func isCentroid(_ place: Place) -> Bool { false }
  package func isApproximate(_ place: Place) -> Bool { false }
}
