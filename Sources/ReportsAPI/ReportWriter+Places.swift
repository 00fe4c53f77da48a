// Mentions of places, and the localities that they mean.

import Extraction
import Gazetteer
import JSON

extension ReportWriter {
  func write(_ mention: PlaceMention, _ json: inout JSONWriter) {
    json.object { json in
      writeMembers(mention.range, &json)
      json.key("kind")
      json.string(mention.kind.rawValue)
      json.key("locality")
      writeID(mention.place, &json)
      if let place = mention.place, !located.contains(place) { writeGeometry(place, &json) }
    }
  }

  func write(_ locality: LocatedPlace, _ json: inout JSONWriter) {
    let place = locality.place
    json.object { json in
      writeName(place, &json)
      json.key("feature")
      json.string(gazetteer.feature(of: place).rawValue)
      json.key("country_code")
      write(gazetteer.countryCode(of: place), &json)
      json.key("admin1")
      json.string(orNull: gazetteer.admin1Name(of: place))
      json.key("admin2")
      json.string(orNull: gazetteer.admin2Name(of: place))
      writeGeometry(place, &json)
      json.key("geo_precision")
      json.string(locality.precision.rawValue)
      json.key("is_centroid")
      json.boolean(gazetteer.isCentroid(place))
      json.key("confidence")
      json.decimal(locality.confidence, places: 2, padded: true)
    }
  }

  /// `"id"` and `"name"`.
  func writeName(_ place: Place, _ json: inout JSONWriter) {
    json.key("id")
    json.string(gazetteer.id(of: place))
    json.key("name")
    json.string(gazetteer.name(of: place))
  }

  func writeID(_ place: Place?, _ json: inout JSONWriter) {
    json.string(orNull: place.map { gazetteer.id(of: $0) })
  }

  /// GeoJSON, longitude first, to a metre.
  private func writeGeometry(_ place: Place, _ json: inout JSONWriter) {
    let point = gazetteer.coordinates(of: place)
    json.key("geometry")
    json.object { json in
      json.key("type")
      json.string("Point")
      json.key("coordinates")
      json.array { json in
        json.decimal(point.longitude, places: 5)
        json.decimal(point.latitude, places: 5)
      }
    }
  }

  private func write(_ country: CountryCode, _ json: inout JSONWriter) {
    if country.code == 0 { return json.null() }
    let letters = [UInt8(truncatingIfNeeded: country.code >> 8), UInt8(country.code & 0xFF)]
    json.string(letters.span)
  }
}
