// The administrative units that rows name, and the rows that are these units.

/// Units by the names that stand in the columns `cc`, `admin1` and `admin2`.
struct UnitTable {
  /// The texts of a unit, as numbers in the pool.
  private var units: [(key: UnitKey, admin1: UInt32, admin2: UInt32)] = []
  private var numbers: [UnitKey: UInt32] = [:]
  private var rows: [UnitKey: Int] = [:]

  /// Has a unit's row be found by what a source says of it: by what stands in its own column, which
  /// stays when the user gives it another name, and by its name.
  mutating func name(_ row: Int, _ place: PlaceRecord) {
    let key = UnitKey(place)
    let name = String(decoding: place.name, as: UTF8.self)
    switch place.feature {
    case .admin1:
      keep(row, UnitKey(country: place.country, admin1: key.admin1, admin2: ""))
      keep(row, UnitKey(country: place.country, admin1: name, admin2: ""))
    case .admin2:
      keep(row, key)
      keep(row, UnitKey(country: place.country, admin1: key.admin1, admin2: name))
    default: break
    }
  }

  /// The number of the unit that rows with this key lie in.
  mutating func number(of key: UnitKey, _ texts: inout TextTable) -> UInt32 {
    if let number = numbers[key] { return number }
    let number = UInt32(units.count)
    numbers[key] = number
    units.append((key, texts.add(key.admin1), texts.add(key.admin2)))
    return number
  }

  func key(_ number: UInt32) -> UnitKey { units[Int(number)].key }

  /// Four numbers a unit, as `Section.unitTable` says.
  func table(rank: [UInt32]) -> [UInt32] {
    units.flatMap { unit in
      let admin1 = UnitKey(country: unit.key.country, admin1: unit.key.admin1, admin2: "")
      return [
        unit.key.admin1.isEmpty ? noRow : row(admin1, rank),
        unit.key.admin2.isEmpty ? noRow : row(unit.key, rank), unit.admin1, unit.admin2,
      ]
    }
  }

  private mutating func keep(_ row: Int, _ key: UnitKey) {
    let key = key.folded
    if rows[key] == nil { rows[key] = row }
  }

  private func row(_ key: UnitKey, _ rank: [UInt32]) -> UInt32 {
    rows[key.folded].map { rank[$0] } ?? noRow
  }
}

/// What a row says about where it lies.
struct UnitKey: Hashable {
  let country: CountryCode
  let admin1: String
  let admin2: String

  init(country: CountryCode, admin1: String, admin2: String) {
    self.country = country
    self.admin1 = admin1
    self.admin2 = admin2
  }

  /// What a place's columns say; a unit that leaves its own column empty is meant itself.
  init(_ place: PlaceRecord) {
    let name = place.feature == .admin1 || place.feature == .admin2 ? place.name : []
    let own = String(decoding: name, as: UTF8.self)
    country = place.country
    admin1 = place.feature == .admin1 && place.admin1.isEmpty ? own : place.admin1
    admin2 = place.feature == .admin2 && place.admin2.isEmpty ? own : place.admin2
  }

  var folded: UnitKey {
    UnitKey(
      country: country, admin1: Folding.folded(admin1), admin2: Folding.folded(admin2))
  }
}
