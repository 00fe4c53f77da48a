// “Toretsk, Donetsk region”: names that say where the one before them lies.

import Gazetteer

enum PlaceContainers {
  /// Links each span to the one behind it that contains one of its places.
  static func link(
    _ spans: inout [PlaceSpan], _ names: [PlaceName], _ text: Text, _ gazetteer: Gazetteer
  ) {
    for index in spans.indices.dropLast() {
      guard let inner = spans[index].name, let outer = spans[index + 1].name,
        follows(spans[index].tokens, spans[index + 1].tokens, text),
        let place = contained(names[inner], names[outer])
      else { continue }
      spans[index].container = index + 1
      spans[index].place = place.inner
      spans[index + 1].place = place.outer
    }
  }

  /// A comma stands between them, or a bracket.
  private static func follows(_ one: Range<Int>, _ other: Range<Int>, _ text: Text) -> Bool {
    guard other.lowerBound == one.upperBound + 1 else { return false }
    let kind = text.tokens[one.upperBound].kind
    return kind == .comma || kind == .openBracket
  }

  /// The likeliest pair of a place and a unit or country that holds it.
  private static func contained(
    _ inner: PlaceName, _ outer: PlaceName
  ) -> (inner: Place, outer: Place)? {
    for holder in outer.options.prefix(8) {
      switch holder.feature {
      case .country:
        if let place = first(of: inner, where: { $0.country == holder.country }) {
          return (place, holder.place)
        }
      case .admin1:
        if let place = first(of: inner, where: { $0.admin1 == holder.place }) {
          return (place, holder.place)
        }
      default: continue
      }
    }
    return nil
  }

  private static func first(
    of name: PlaceName, where isInside: (PlaceOption) -> Bool
  ) -> Place? {
    let inside = name.options.filter { isInside($0) && !$0.feature.isWorldwide }
    return inside.max { $0.prior < $1.prior }?.place
  }
}
