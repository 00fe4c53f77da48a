// A locality as JSON: as a report names it, and with what reports say of it together.

import Dates
import Extraction
import Gazetteer
import JSON
import Reports

/// The members of a locality, in the order in which they are written.
enum LocalityField: String, FieldName {
  case id, name, feature
  case countryCode = "country_code"
  case admin1, admin2, geometry, bbox
  case geoPrecision = "geo_precision"
  case isCentroid = "is_centroid"
  case confidence, role
  case reportCount = "report_count"
  case mentionCount = "mention_count"
  case quotationCount = "quotation_count"
  case firstPublished = "first_published"
  case lastPublished = "last_published"

  static let outsideProperties: [LocalityField] = [.id, .geometry, .bbox]

  /// Those that a locality has inside a report.
  static let ofReport: [LocalityField] = [
    .id, .name, .feature, .countryCode, .admin1, .admin2, .geometry, .bbox, .geoPrecision,
    .isCentroid, .confidence, .role,
  ]

  /// Those of a place that a name could mean as well.
  static let ofAlternative: [LocalityField] = [.id, .name, .countryCode, .admin1, .confidence]
}

/// Writes a locality of a list.
struct LocalityWriter: RecordWriter {
  let locality: LocalityView
  let place: PlaceWriter

  init(_ locality: LocalityView, _ gazetteer: Gazetteer) {
    self.locality = locality
    place = PlaceWriter(locality.located, gazetteer, role: locality.role)
  }

  func write(_ field: LocalityField, _ json: inout JSONWriter) {
    switch field {
    case .reportCount: json.integer(locality.reportCount)
    case .mentionCount: json.integer(locality.mentionCount)
    case .quotationCount: json.integer(locality.quotationCount)
    case .firstPublished: json.string(orNull: locality.firstPublished?.description)
    case .lastPublished: json.string(orNull: locality.lastPublished?.description)
    default: place.write(field, &json)
    }
  }

  func writeID(_ json: inout JSONWriter) { place.write(.id, &json) }
  func writeFeatureGeometry(_ json: inout JSONWriter) { place.writeFeatureGeometry(&json) }
  func writeFeatureBox(_ json: inout JSONWriter) { place.writeFeatureBox(&json) }
  func writeFurtherProperties(_ json: inout JSONWriter) { place.writeLabelPoint(&json) }
}

/// Writes what a gazetteer knows of a located place.
struct PlaceWriter {
  let located: LocatedPlace
  let gazetteer: Gazetteer
  let role: PlaceMention.Role?

  init(_ located: LocatedPlace, _ gazetteer: Gazetteer, role: PlaceMention.Role? = nil) {
    self.located = located
    self.gazetteer = gazetteer
    self.role = role
  }

  private var place: Place { located.place }

  func write(_ field: LocalityField, _ json: inout JSONWriter) {
    switch field {
    case .id: gazetteer.withID(of: place) { json.string($0) }
    case .name: gazetteer.withName(of: place) { json.string($0) }
    case .feature: json.string(gazetteer.feature(of: place).rawValue)
    case .countryCode: writeCountry(&json)
    case .admin1: json.string(orNull: gazetteer.admin1Name(of: place))
    case .admin2: json.string(orNull: gazetteer.admin2Name(of: place))
    case .geometry: json.point(gazetteer.coordinates(of: place))
    case .bbox: if let box { json.box(box) } else { json.null() }
    case .geoPrecision: json.string(located.precision.rawValue)
    case .isCentroid: json.boolean(!isPoint)
    case .confidence: json.decimal(located.confidence, places: 2, padded: true)
    case .role: json.string(orNull: role?.rawValue)
    case .reportCount, .mentionCount, .quotationCount, .firstPublished, .lastPublished:
      json.null()
    }
  }

  private func writeCountry(_ json: inout JSONWriter) {
    let letters = gazetteer.countryCode(of: place).letters
    json.string(orNull: letters.isEmpty ? nil : letters)
  }

  // MARK: - GeoJSON

  /// Whether its point is where it lies.
  var isPoint: Bool { gazetteer.isPoint(place) }

  /// A region is not a bare point: it has none, and `label_point` among its properties.
  func writeFeatureGeometry(_ json: inout JSONWriter) {
    if isPoint { json.point(gazetteer.coordinates(of: place)) } else { json.null() }
  }

  /// Of an area only: what is known to a point is drawn as that.
  private var box: Box? { isPoint ? nil : gazetteer.box(of: place) }

  func writeFeatureBox(_ json: inout JSONWriter) {
    guard let box else { return }
    json.key("bbox")
    json.box(box)
  }

  /// Where to write the name of a place that has no point.
  func writeLabelPoint(_ json: inout JSONWriter) {
    if isPoint { return }
    json.key("label_point")
    json.position(gazetteer.coordinates(of: place))
  }
}

extension JSONWriter {
  /// A GeoJSON point.
  mutating func point(_ point: Coordinates) {
    object { json in
      json.key("type")
      json.string("Point")
      json.key("coordinates")
      json.position(point)
    }
  }

  /// All points as one geometry; null for none.
  mutating func points(_ points: [Coordinates]) {
    if points.isEmpty { return null() }
    object { json in
      json.key("type")
      json.string("MultiPoint")
      json.key("coordinates")
      json.array { json in points.forEach { json.position($0) } }
    }
  }

  /// West, south, east, north (RFC 7946 section 5).
  mutating func box(_ box: Box) {
    array { json in
      for side in [box.west, box.south, box.east, box.north] { json.decimal(side, places: 5) }
    }
  }

  /// Longitude and latitude, to a metre.
  mutating func position(_ point: Coordinates) {
    array { json in
      json.decimal(point.longitude, places: 5)
      json.decimal(point.latitude, places: 5)
    }
  }
}
