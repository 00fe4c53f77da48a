// The lines of a GeoNames dump.

/// A line of `allCountries.txt` or of a country's file.
struct GeoNamesPlace {
  private enum Column: Int {
    case id, name, asciiName, alternates, latitude, longitude, featureClass, featureCode, country
    case otherCountries, admin1, admin2, admin3, admin4, population
  }
  private static let columns = 19

  private let fields: [ArraySlice<UInt8>]

  static func read(_ line: ArraySlice<UInt8>) -> Result<GeoNamesPlace, RowFault> {
    TableRow.fields(of: line, columns).flatMap { fields in
      let isNumber = !fields[0].isEmpty && fields[0].allSatisfy { 0x30...0x39 ~= $0 }
      return isNumber ? .success(GeoNamesPlace(fields: fields)) : .failure(.geoNameID)
    }
  }

  private init(fields: [ArraySlice<UInt8>]) { self.fields = fields }

  /// The line as one of a table; nil where its class is left out. Its alternates are those of
  /// `alternateNamesV2.txt`, which says which of them are links and codes.
  func row(_ units: GeoNamesUnits) -> TableRow? {
    let people = String(decoding: self[.population], as: UTF8.self)
    let feature = GeoNamesFeature.feature(
      self[.featureClass], self[.featureCode], population: UInt32(people) ?? 0)
    guard let feature else { return nil }
    return TableRow(fields: [
      GeoNames.id(self[.id]), self[.name], self[.asciiName], [], self[.latitude],
      self[.longitude], self[.country], units.name([self[.country], self[.admin1]]),
      units.name([self[.country], self[.admin1], self[.admin2]]), Array(feature.rawValue.utf8)[...],
      self[.population], [], [],
    ])
  }

  private subscript(column: Column) -> ArraySlice<UInt8> { fields[column.rawValue] }
}

/// A line of `alternateNamesV2.txt`.
struct GeoNamesName {
  let place: ArraySlice<UInt8>
  let name: ArraySlice<UInt8>
  /// The column of the language says that it is a link or a code, not a name.
  let isCode: Bool

  private static let columns = 10

  static func read(_ line: ArraySlice<UInt8>) -> Result<GeoNamesName, RowFault> {
    TableRow.fields(of: line, columns).flatMap { fields in
      guard 1...PlaceRecord.nameBytes ~= fields[3].count else { return .failure(.name) }
      return .success(GeoNamesName(fields))
    }
  }

  private init(_ fields: [ArraySlice<UInt8>]) {
    place = GeoNames.id(fields[1])
    name = fields[3]
    isCode = fields[2].count == 4 && !fields[2].elementsEqual("abbr".utf8)
  }
}

enum GeoNames {
  /// Its number, as the tables have it: `gn:709354`.
  static func id(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    ArraySlice("gn:".utf8) + number
  }
}
