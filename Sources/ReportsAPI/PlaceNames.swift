// From what a client calls a place to places.

import Gazetteer

/// Looks places up by id or by any of their names, folded. Nothing is found for an unknown name.
struct PlaceNames {
  let gazetteer: Gazetteer

  /// Every place of a name.
  func places(_ text: String) -> [Place] {
    if let place = gazetteer.place(id: text) { return [place] }
    var folded: [UInt8] = []
    return gazetteer.candidates(Array(text.utf8).span, folded: &folded).map(\.place)
  }

  /// Places for a person, each once.
  func described(_ places: [Place]) -> [String] {
    Set(places).sorted().map { "\(gazetteer.name(of: $0)) (\(gazetteer.id(of: $0)))" }
  }

  /// Countries by code, id or name.
  func countries(_ text: String) -> [Place] {
    let capitals = Array(text.uppercased().utf8)
    if let code = CountryCode(capitals[...]), let country = gazetteer.country(code) {
      return [country]
    }
    // Places of no country have no code either, and are not asked for by one.
    return places(text).filter {
      gazetteer.feature(of: $0) == .country && !gazetteer.countryCode(of: $0).letters.isEmpty
    }
  }

  /// Units of the first level by id or name, with or without the word for such a unit.
  func units(_ text: String) -> [Place] {
    let names = [text] + Self.unitWords.map { "\(text) \($0)" }
    return names.flatMap { places($0) }.filter { gazetteer.feature(of: $0) == .admin1 }
  }

  private static let unitWords = [
    "Oblast", "region", "Province", "State", "Governorate", "Department", "County", "District",
    "Krai", "Republic",
  ]
}
