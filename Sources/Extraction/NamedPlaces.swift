// The places that a text has named so far.

import Gazetteer

/// Goes through the mentions once, in the order of the text.
struct NamedPlaces {
  private let places: [PlaceMention]
  private let gazetteer: Gazetteer
  private var next = 0
  /// The last named of each feature, by the index of its mention.
  private var last = [Int](repeating: -1, count: Feature.allCases.count)

  init(_ places: [PlaceMention], _ gazetteer: Gazetteer) {
    self.places = places
    self.gazetteer = gazetteer
  }

  /// True where a mention overlaps the range: the name itself, or “Donetsk” of “the Donetsk region”.
  mutating func covers(_ range: Range<Int>) -> Bool {
    pass(range.lowerBound)
    return next < places.count && places[next].range.lowerBound < range.upperBound
  }

  /// Takes in the mentions that end before a position.
  mutating func pass(_ position: Int) {
    while next < places.count, places[next].range.upperBound <= position {
      if let feature = feature(next) { last[Self.index(feature)] = next }
      next += 1
    }
  }

  /// The place that a nominal mention means; nil for none.
  func meant(
    by kind: NominalKind, _ form: NominalForm, _ range: Range<Int>, to end: Int,
    _ isOpening: Bool, _ text: Text
  ) -> Place? {
    switch form {
    case .indefinite: return apposition(kind, range, to: end, text)
    case .bare: return lastNamed(kind)
    case .definite, .this:
      return strictly(kind, isOpening)
        ?? (kind.isPopulated ? strictly(.anyPopulated, isOpening) : nil)
    }
  }

  private func strictly(_ kind: NominalKind, _ isOpening: Bool) -> Place? {
    lastNamed(kind) ?? (isOpening ? firstAhead(kind, to: .max) : nil) ?? containing(kind)
  }

  private func lastNamed(_ kind: NominalKind) -> Place? {
    var best = -1
    for feature in Feature.allCases where kind.fits(feature) {
      best = max(best, last[Self.index(feature)])
    }
    return best < 0 ? nil : places[best].place
  }

  /// The unit or country that the last named populated place lies in.
  private func containing(_ kind: NominalKind) -> Place? {
    var best = -1
    for feature in Feature.allCases where feature.isPopulated {
      best = max(best, last[Self.index(feature)])
    }
    guard best >= 0, let place = places[best].place else { return nil }
    switch kind {
    case .region: return gazetteer.admin1(of: place)
    case .district: return gazetteer.admin2(of: place)
    case .country: return gazetteer.country(of: place)
    default: return nil
    }
  }

  /// How many mentions ahead a reference forward may look.
  private static let reach = 24

  private func firstAhead(_ kind: NominalKind, to end: Int) -> Place? {
    for index in next..<min(places.count, next + Self.reach) {
      guard places[index].range.lowerBound < end else { return nil }
      if let feature = feature(index), kind.fits(feature) { return places[index].place }
    }
    return nil
  }

  /// “A mining town …, Ede” and “Ede, a mining town”.
  private func apposition(
    _ kind: NominalKind, _ range: Range<Int>, to end: Int, _ text: Text
  ) -> Place? {
    if next > 0, let feature = feature(next - 1), kind.fits(feature) {
      let gap = text.bytes[places[next - 1].range.upperBound..<range.lowerBound]
      if gap.elementsEqual(", ".utf8) { return places[next - 1].place }
    }
    guard text.bytes[range.lowerBound] == 0x41 else { return nil }
    for index in next..<min(places.count, next + Self.reach) {
      let start = places[index].range.lowerBound
      guard start < end, start > 1 else { return nil }
      if let feature = feature(index), kind.fits(feature), text.bytes[start - 2] == 0x2C {
        return places[index].place
      }
    }
    return nil
  }

  private func feature(_ index: Int) -> Feature? {
    guard places[index].kind == .name else { return nil }
    return places[index].place.map { gazetteer.feature(of: $0) }
  }

  private static func index(_ feature: Feature) -> Int {
    switch feature {
    case .city: 0
    case .town: 1
    case .settlement: 2
    case .village: 3
    case .neighbourhood: 4
    case .admin1: 5
    case .admin2: 6
    case .country: 7
    default: 8
    }
  }
}
