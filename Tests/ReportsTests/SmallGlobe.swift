// A gazetteer of a few dozen places, several of them where longitudes end and meridians meet.

import Foundation
import Gazetteer
import TestSupport

/// Three countries of three units each with their towns, and what lies in none.
struct SmallGlobe {
  let gazetteer: Gazetteer
  let places: [Place]

  init() throws {
    let folder = try Folder()
    let table = try folder.write("table.tsv", Self.lines.joined(separator: "\n") + "\n")
    let built = try GazetteerBuilder.build(GazetteerSources(tables: [table]))
    gazetteer = try Gazetteer(bytes: built.bytes)
    places = (0..<UInt32(gazetteer.count)).map { Place(row: $0) }
  }

  func places(_ feature: Feature) -> [Place] {
    places.filter { gazetteer.feature(of: $0) == feature }
  }

  /// How many places have an earlier name, each folded.
  func nameRank(_ place: Place) -> Int64 {
    func name(_ place: Place) -> [UInt8] {
      Array(Folding.folded(gazetteer.name(of: place)).utf8)
    }
    let own = name(place)
    return Int64(places.count { name($0).lexicographicallyPrecedes(own) })
  }

  /// Kilometres along the sphere (haversine).
  func distance(_ from: Coordinates, _ place: Place) -> Double {
    let to = gazetteer.coordinates(of: place)
    let (start, end) = (from.latitude * .pi / 180, to.latitude * .pi / 180)
    let across = sin((to.longitude - from.longitude) * .pi / 360)
    let along = sin((end - start) / 2)
    let half = along * along + cos(start) * cos(end) * across * across
    return 2 * 6371.0088 * asin(min(1, half.squareRoot()))
  }

  /// Longitude and latitude.
  private static let points = [
    (180.0, 10.0), (-180, -5), (179.99999, 0), (-179.99999, 0.5), (179.5, 10), (-179.5, 10),
    (0, 90), (77, 90), (13, -90), (-120, -89.99999), (0, 0), (0, 0.00001), (37.8478, 48.39477),
    (37.84781, 48.39477), (-75, 40), (105, -40),
  ]
  private static let codes = ["AA", "BB", "CC"]
  private static let units = ["North", "South", "Isles"]
  private static let names = ["Aldo", "Saint-Aldo", "saint aldo", "Żyto", "Zyto", "Œr", "Éa", "b"]

  private static var lines: [String] {
    var random = SeededGenerator(seed: 7)
    let countries = codes.map { line("c:\($0)", "Land \($0)", (20, 30), $0, "", "country") }
    let heads = codes.flatMap { code in
      units.map { line("u:\(code)\($0)", $0, (21, 31), code, $0, "admin1") }
    }
    let towns = (0..<48).map { number in
      let point = number < points.count ? points[number] : somewhere(&random)
      let code = number % 9 == 8 ? "" : codes[Int.random(in: 0..<3, using: &random)]
      let unit = number % 5 == 4 ? "" : units[Int.random(in: 0..<3, using: &random)]
      return line("t:\(number * 37 % 101)", names[number % 8], point, code, unit, "town")
    }
    return heads + towns + countries
  }

  private static func somewhere(_ random: inout SeededGenerator) -> (Double, Double) {
    (.random(in: -180...180, using: &random), .random(in: -90...90, using: &random))
  }

  private static func line(
    _ id: String, _ name: String, _ point: (Double, Double), _ country: String, _ unit: String,
    _ feature: String
  ) -> String {
    [id, name, "", "", "\(point.1)", "\(point.0)", country, unit, "", feature, "", ""]
      .joined(separator: "\t")
  }
}
