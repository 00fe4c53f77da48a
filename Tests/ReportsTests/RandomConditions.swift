// Conditions of every kind, from a seed.

import Dates
import Extraction
import Gazetteer
import TestSupport

@testable import Reports

enum ConditionKind: CaseIterable {
  case published, happened, place, country, admin1, box, circle, control, placeRole
  case speaker, role, affiliation, cue, kind
  case words
}

/// Values that some records meet and others do not.
struct RandomConditions {
  private var random: SeededGenerator
  private let globe: SmallGlobe

  init(seed: UInt64, globe: SmallGlobe) {
    random = SeededGenerator(seed: seed)
    self.globe = globe
  }

  /// Up to four conditions.
  mutating func conditions() -> Conditions {
    var conditions = Conditions()
    for _ in 0..<number(0..<5) {
      conditions.add(condition(choice(ConditionKind.allCases), isNot: number(0..<3) == 0))
    }
    return conditions
  }

  mutating func condition(_ kind: ConditionKind, isNot: Bool) -> Conditions {
    var conditions = Conditions()
    switch kind {
    case .published: conditions.published = [Condition(period(), isNot: isNot)]
    case .happened: conditions.happened = [Condition(period(), isNot: isNot)]
    case .place, .country, .admin1, .box, .circle, .control, .placeRole:
      conditions.places = [Condition(place(kind), isNot: isNot)]
    case .words: conditions.text = words(isNot: isNot)
    default: conditions.quotations = [Condition(quotation(kind), isNot: isNot)]
    }
    return conditions
  }

  /// A word, a phrase or the beginning of a word, with or without another.
  private mutating func words(isNot: Bool) -> TextQuery? {
    let word = RandomReports.words
    let term = choice([choice(word), "\"\(choice(word)) \(choice(word))\"", "bri*", "nowhere"])
    let other = number(0..<3) == 0 ? " \(choice(word))" : ""
    return try? TextQuery((isNot ? "-" : "") + term + other)
  }

  private mutating func period() -> Period {
    let ends = [number(-3..<12), number(-3..<12)].sorted().map { Int64($0) * 43_200 * 2 }
    return Period(
      start: number(0..<4) == 0 ? nil : ends[0],
      end: number(0..<4) == 0 ? nil : ends[1] + choice([1, 40_000, 86_400]))
  }

  private mutating func place(_ kind: ConditionKind) -> PlaceTest {
    switch kind {
    case .country:
      .country(few(["AA", "BB", "CC", "XX"]).compactMap { CountryCode(Array($0.utf8)[...]) })
    case .admin1: .admin1(few(globe.places(.admin1)))
    case .box: .box(box(), choice(Spatial.allCases))
    case .circle: .circle(circle(), choice(Spatial.allCases))
    case .control: .told(Told(few(ControlClaim.Status.allCases)))
    case .placeRole: .told(Told(few(PlaceMention.Role.allCases)))
    default: .place(few(globe.places))
    }
  }

  private mutating func quotation(_ kind: ConditionKind) -> QuotationTest {
    switch kind {
    case .role: .role(few(Self.names))
    case .affiliation: .affiliation(few(Self.names))
    case .cue: .cue(few(Self.names))
    case .kind: .kind(few(Quotation.Kind.allCases))
    default: .speaker(few(Self.names))
    }
  }

  private static let names =
    RandomReports.names + ["petrova ana", "Ana", "a", "-maria", "Army U.S.", "nobody", "that SAY"]

  // MARK: - Parts of the globe

  /// With a place at its corner, or anywhere; half of them cross the antimeridian.
  private mutating func box() -> Box {
    let (one, other) = (corner(), corner())
    let box = Box(
      west: one.longitude, south: min(one.latitude, other.latitude), east: other.longitude,
      north: max(one.latitude, other.latitude))
    return box ?? self.box()
  }

  private mutating func corner() -> Coordinates {
    if number(0..<2) == 0 { return globe.gazetteer.coordinates(of: choice(globe.places)) }
    return Coordinates(
      longitude: .random(in: -180...180, using: &random),
      latitude: .random(in: -90...90, using: &random))
  }

  /// Any size, or with a place a few millimetres from its edge; none at the edge itself.
  private mutating func circle() -> Circle {
    let center = corner()
    let near =
      globe.distance(center, globe.extent(of: choice(globe.places))) + choice([-5e-6, 5e-6])
    let any = Double.random(in: 0...Circle.farthest, using: &random)
    let kilometres = number(0..<3) == 0 ? any : near
    let isClear = globe.places.allSatisfy { place in
      let distance = globe.distance(center, globe.extent(of: place))
      return abs(distance - kilometres) > (distance > 20_000 ? 0.1 : 1e-6)
    }
    let circle = isClear ? Circle(center: center, kilometres: kilometres) : nil
    return circle ?? self.circle()
  }

  // MARK: - Choices

  private mutating func number(_ range: Range<Int>) -> Int { .random(in: range, using: &random) }

  private mutating func choice<Value>(_ values: [Value]) -> Value {
    values[number(0..<values.count)]
  }

  private mutating func few<Value>(_ values: [Value]) -> [Value] {
    (0..<number(1..<4)).map { _ in choice(values) }
  }
}
