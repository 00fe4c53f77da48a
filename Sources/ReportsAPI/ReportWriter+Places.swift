// Mentions of places, and the localities that they mean.

import Extraction
import Gazetteer
import JSON
import Reports

extension ReportWriter {
  func write(_ mention: PlaceMention, _ json: inout JSONWriter) {
    json.object { writeMembers(mention, &$0) }
  }

  func writeMembers(_ mention: PlaceMention, _ json: inout JSONWriter) {
    writeMembers(mention.range, &json)
    json.key("kind")
    json.string(mention.kind.rawValue)
    json.key("locality")
    writeID(mention.place, &json)
    json.key("role")
    json.string(orNull: mention.role?.rawValue)
    if let place = mention.place, !located.contains(place) {
      json.key("geometry")
      json.point(gazetteer.coordinates(of: place))
    }
  }

  func write(_ locality: LocatedPlace, _ json: inout JSONWriter) {
    let writer = PlaceWriter(locality, gazetteer, role: roles[locality.place])
    json.object { json in
      for field in LocalityField.ofReport {
        json.key(of: field.rawValue)
        writer.write(field, &json)
      }
      if isExplained { writeAlternatives(locality.place, &json) }
    }
  }

  /// What the name of a locality could mean as well, likeliest first.
  private func writeAlternatives(_ place: Place, _ json: inout JSONWriter) {
    json.key("alternatives")
    json.array { json in
      for runnerUp in report.runnersUp[place] ?? [] { write(runnerUp, &json) }
    }
  }

  private func write(_ runnerUp: RunnerUp, _ json: inout JSONWriter) {
    let located = LocatedPlace(
      place: runnerUp.place, precision: .none, confidence: runnerUp.share)
    let writer = PlaceWriter(located, gazetteer)
    json.object { json in
      for field in LocalityField.ofAlternative {
        json.key(of: field.rawValue)
        writer.write(field, &json)
      }
    }
  }

  /// `"id"` and `"name"`.
  func writeName(_ place: Place, _ json: inout JSONWriter) {
    json.key("id")
    gazetteer.withID(of: place) { json.string($0) }
    json.key("name")
    gazetteer.withName(of: place) { json.string($0) }
  }

  func writeID(_ place: Place?, _ json: inout JSONWriter) {
    guard let place else { return json.null() }
    gazetteer.withID(of: place) { json.string($0) }
  }

  /// The points of the places that are known to a point.
  func points(of localities: [LocatedPlace]) -> [Coordinates] {
    localities.filter { PlaceWriter($0, gazetteer).isPoint }
      .map { gazetteer.coordinates(of: $0.place) }
  }
}
