// Parameters that name places or parts of the globe.

import Extraction
import Gazetteer
import HTTP
import Reports

extension ConditionReader {
  private var gazetteer: Gazetteer { call.snapshot.gazetteer }

  /// Places by id or by any of their names: `gn:709354`, `Kyiv`, `UA`.
  func namedPlace(_ item: QueryItem, _ name: ConditionName) throws(Problem) -> Meaning {
    let values = try parameters.values(item)
    let names = PlaceNames(gazetteer: gazetteer)
    let places: [Place]
    let test: PlaceTest
    switch name {
    case .country:
      places = values.flatMap { names.countries($0) }
      test = .country(places.map { gazetteer.countryCode(of: $0) })
    case .admin1:
      places = values.flatMap { names.units($0) }
      test = .admin1(places)
    default:
      places = values.flatMap { names.places($0) }
      test = .place(places)
    }
    return Meaning(
      test: .place(test), understood: Self.list(names.described(places), of: name.noun))
  }

  func box(_ item: QueryItem) throws(Problem) -> Meaning {
    let sides = Self.numbers(item.value)
    guard sides.count == 4,
      let box = Box(west: sides[0], south: sides[1], east: sides[2], north: sides[3])
    else {
      throw parameters.malformed(
        item.name, item.value,
        "minLon,minLat,maxLon,maxLat in degrees, such as 37.5,48.2,38.2,48.6")
    }
    let spatial = try spatial()
    return Meaning(
      test: .place(.box(box, spatial)),
      understood: "longitude \(sides[0]) to \(sides[2]), latitude \(sides[1]) to \(sides[3])"
        + spatial.addition)
  }

  func circle(_ item: QueryItem) throws(Problem) -> Meaning {
    let numbers = Self.numbers(item.value)
    guard numbers.count == 2 else { throw malformedPoint(item) }
    let center = Coordinates(longitude: numbers[0], latitude: numbers[1])
    guard center.isOnGlobe else { throw malformedPoint(item) }
    let kilometres = try radius(item)
    guard let circle = Circle(center: center, kilometres: kilometres) else {
      throw malformedRadius(parameters.value("radius") ?? "")
    }
    let spatial = try spatial()
    return Meaning(
      test: .place(.circle(circle, spatial)),
      understood: "within \(kilometres) km of longitude \(numbers[0]), latitude \(numbers[1])"
        + spatial.addition)
  }

  func role(_ item: QueryItem) throws(Problem) -> Meaning {
    let roles = try parameters.words(item, among: PlaceMention.Role.allCases)
    return Meaning(
      test: .place(.told(Told(roles))),
      understood: "a place whose role is " + roles.map(\.rawValue).joined(separator: " or "))
  }

  func status(_ item: QueryItem) throws(Problem) -> Meaning {
    let statuses = try parameters.words(item, among: ControlClaim.Status.allCases)
    return Meaning(
      test: .place(.told(Told(statuses))),
      understood: "claimed to be " + statuses.map(\.rawValue).joined(separator: " or "))
  }

  /// - Throws: 400 for a radius without a point, and for a relation to no part of the globe.
  func refuseLoneCompanions() throws(Problem) {
    try refuse("radius", without: [.near])
    try refuse("spatial", without: [.bbox, .near])
  }

  private func refuse(_ companion: String, without names: [ConditionName]) throws(Problem) {
    let conditions = names.map(\.rawValue)
    let isThere = (conditions + names.compactMap(\.negated)).contains {
      parameters.value($0) != nil
    }
    if parameters.value(companion) == nil || isThere { return }
    let listed = conditions.map { "“\($0)”" }.joined(separator: " or ")
    throw Problem(
      .badRequest, "“\(companion)” belongs to \(listed), which is not there.",
      parameter: companion)
  }

  private func spatial() throws(Problem) -> Spatial {
    try parameters.word("spatial", as: Spatial.self) ?? .within
  }

  private func radius(_ item: QueryItem) throws(Problem) -> Double {
    guard let text = parameters.value("radius") else {
      throw Problem(
        .badRequest, "“\(item.name)” needs a “radius” beside it, such as radius=30km.",
        parameter: "radius")
    }
    let (digits, unit) = text.hasSuffix("km") ? (text.dropLast(2), 1.0) : (text.dropLast(), 0.001)
    guard text.hasSuffix("m"), let number = Self.number(digits) else {
      throw malformedRadius(text)
    }
    return number * unit
  }

  private func malformedPoint(_ item: QueryItem) -> Problem {
    parameters.malformed(item.name, item.value, "lon,lat in degrees, such as 37.8,48.4")
  }

  private func malformedRadius(_ text: String) -> Problem {
    parameters.malformed(
      "radius", text, "a distance above 0 and up to \(Circle.farthest)km, such as 30km or 500m")
  }

  /// Numbers with commas between them; none where one is malformed.
  private static func numbers(_ text: String) -> [Double] {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map(number)
    return numbers.contains(nil) ? [] : numbers.compactMap { $0 }
  }

  /// Digits with a sign and a point: no exponents, no names of numbers.
  private static func number(_ text: Substring) -> Double? {
    let isPlain = text.utf8.allSatisfy { 48...57 ~= $0 || $0 == 45 || $0 == 46 || $0 == 43 }
    return isPlain && text.utf8.count <= 24 ? Double(text) : nil
  }
}

extension Spatial {
  /// What it adds to a part of the globe, for a person.
  fileprivate var addition: String {
    switch self {
    case .within: ""
    case .possible: ", or an area that may reach into it"
    }
  }
}
