// The same village out of two sources agrees with a linear scan.

import Foundation
import TestSupport
import Testing

@testable import Gazetteer

private struct Village {
  let id: String
  let name: String
  let latitude: Double
  let longitude: Double
  let country: String

  var line: String {
    GazetteerTests.line(
      id, name, lat: String(format: "%.5f", latitude), lon: String(format: "%.5f", longitude),
      in: country)
  }

  /// By the haversine formula.
  func kilometres(to other: Village) -> Double {
    let (up, side) = (other.latitude - latitude, other.longitude - longitude)
    let half = { (degrees: Double) in pow(sin(degrees * .pi / 360), 2) }
    let cosines = cos(latitude * .pi / 180) * cos(other.latitude * .pi / 180)
    return 2 * 6371.0088 * asin(sqrt(half(up) + cosines * half(side)))
  }

  func isSame(_ other: Village) -> Bool {
    country == other.country && Folding.folded(name) == Folding.folded(other.name)
      && kilometres(to: other) <= 2
  }
}

/// Villages in a few kilometres, with few names.
private func villages(
  _ prefix: String, around middle: (Double, Double), _ random: inout SeededGenerator
) -> [Village] {
  (0..<60).map { number in
    let east = middle.1 + Double.random(in: -0.1...0.1, using: &random)
    return Village(
      id: "\(prefix)\(number)", name: ["Avon", "ávon", "Bray"].randomElement(using: &random) ?? "",
      latitude: middle.0 + Double.random(in: -0.1...0.1, using: &random),
      longitude: east > 180 ? east - 360 : east < -180 ? east + 360 : east,
      country: ["UA", "RU"].randomElement(using: &random) ?? "")
  }
}

@Test(arguments: 0..<8 as Range<UInt64>, [179.99, -179.99, 0, 37.5])
func `a village is an earlier one's where a scan finds one like it`(
  seed: UInt64, longitude: Double
) throws {
  var random = SeededGenerator(seed: seed)
  let middle = (Double.random(in: -80...80, using: &random), longitude)
  let first = villages("a", around: middle, &random)
  let second = villages("b", around: middle, &random)
  let folder = try Folder()
  let tables = try [first, second].enumerated().map { number, villages in
    try folder.write("\(number).tsv", villages.map(\.line).joined(separator: "\n"))
  }
  let gazetteer = try Gazetteer(
    bytes: GazetteerBuilder.build(GazetteerSources(tables: tables)).bytes)
  for village in second where !first.contains(where: { abs($0.kilometres(to: village) - 2) < 0.01 })
  {
    let isThere = first.contains { $0.isSame(village) }
    #expect((gazetteer.place(id: village.id) == nil) == isThere, "seed \(seed): \(village)")
  }
}
