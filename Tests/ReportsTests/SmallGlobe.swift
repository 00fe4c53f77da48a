// A gazetteer of a few dozen places, several of them where longitudes end and meridians meet.

import Foundation
import Gazetteer
import TestSupport

/// Three countries of three units each with their towns, regions with boxes, and what lies in none.
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

  func distance(_ from: Coordinates, _ place: Place) -> Double {
    distance(from, gazetteer.coordinates(of: place))
  }

  /// What a place covers: its box, else its point.
  func extent(of place: Place) -> Box {
    let point = gazetteer.coordinates(of: place)
    let box = gazetteer.isPoint(place) ? nil : gazetteer.box(of: place)
    let (west, south) = (point.longitude, point.latitude)
    guard let extent = box ?? Box(west: west, south: south, east: west, north: south) else {
      preconditionFailure("a place that is on no globe")
    }
    return extent
  }

  /// To the nearest point of a box: of the latitudes where a meridian begins, ends and comes nearest.
  func distance(_ from: Coordinates, _ box: Box) -> Double {
    let isOver = [-360, 0, 360].contains {
      box.west <= from.longitude + $0 && from.longitude + $0 <= box.unwrappedEast
    }
    let meridians = isOver ? [from.longitude] : [box.west, box.east]
    return meridians.map { meridian in
      let (latitude, apart) = (from.latitude * .pi / 180, (meridian - from.longitude) * .pi / 180)
      let nearest = atan2(sin(latitude), cos(latitude) * cos(apart)) * 180 / .pi
      let isThere = box.south...box.north ~= nearest
      return [box.south, box.north, isThere ? nearest : box.north].map {
        distance(from, Coordinates(longitude: meridian, latitude: $0))
      }.min() ?? 0
    }.min() ?? 0
  }

  /// Kilometres along the sphere (haversine).
  func distance(_ from: Coordinates, _ to: Coordinates) -> Double {
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
  /// Over the antimeridian and at it, at the poles, around the globe, hardly any, and none.
  private static let boxes = [
    "170,-20,-170,20", "-180,50,-179,60", "160,5,180,15", "10,80,40,90", "-60,-90,-20,-80",
    "-180,-10,180,-5", "12.5,12.5,12.5,12.5", "30,45,41,52", "",
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
    let regions = boxes.enumerated().map { number, box in
      line("r:\(number)", "Region", somewhere(&random), "", "", "region", box)
    }
    return heads + towns + countries + regions
  }

  private static func somewhere(_ random: inout SeededGenerator) -> (Double, Double) {
    (.random(in: -180...180, using: &random), .random(in: -90...90, using: &random))
  }

  private static func line(
    _ id: String, _ name: String, _ point: (Double, Double), _ country: String, _ unit: String,
    _ feature: String, _ box: String = ""
  ) -> String {
    [id, name, "", "", "\(point.1)", "\(point.0)", country, unit, "", feature, "", "", box]
      .joined(separator: "\t")
  }
}

extension Box {
  /// Its eastern side, east of its western one: beyond 180 where it crosses the antimeridian.
  var unwrappedEast: Double { west <= east ? east : east + 360 }
}
