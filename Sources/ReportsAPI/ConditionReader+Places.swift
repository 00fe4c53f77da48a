// Parameters that name places or parts of the globe.

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
    return Meaning(
      test: .place(.box(box)),
      understood: "longitude \(sides[0]) to \(sides[2]), latitude \(sides[1]) to \(sides[3])")
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
    return Meaning(
      test: .place(.circle(circle)),
      understood: "within \(kilometres) km of longitude \(numbers[0]), latitude \(numbers[1])")
  }

  /// - Throws: 400 for a radius without a point.
  func refuseLoneRadius() throws(Problem) {
    guard parameters.value("radius") != nil else { return }
    if parameters.value("near") == nil, parameters.value("near!") == nil {
      throw Problem(
        .badRequest, "“radius” belongs to “near”, which is not there.", parameter: "radius")
    }
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
