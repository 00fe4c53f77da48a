// The official files of a GeoNames dump, as https://download.geonames.org/export/dump/readme.txt
// describes them.

import Platform

/// Paths of a dump's files.
struct GeoNamesFolder {
  /// `allCountries.txt`, else the countries' files such as `UA.txt`.
  let places: [String]
  let names: String
  /// The names of units of the first and of the second level, by their codes.
  let units: [String]

  /// - Throws: what is missing.
  init(_ path: String) throws(TableError) {
    let all = try TableFile.reading { () throws(SystemError) in try Directory.names(in: path) }
    let found = all.contains("allCountries.txt") ? ["allCountries.txt"] : all.filter(Self.isCountry)
    if found.isEmpty { throw .noCountry(path: path) }
    places = found.map { "\(path)/\($0)" }
    names = "\(path)/alternateNamesV2.txt"
    units = ["\(path)/admin1CodesASCII.txt", "\(path)/admin2Codes.txt"]
    for file in units + [names] {
      try TableFile.reading { () throws(SystemError) in _ = try InputFile(path: file) }
    }
  }

  var files: [String] { places + units + [names] }

  private static func isCountry(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.count == 6 && name.hasSuffix(".txt") && bytes[..<2].allSatisfy { 65...90 ~= $0 }
  }
}
