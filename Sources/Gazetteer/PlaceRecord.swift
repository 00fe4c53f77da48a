// A row of the table, understood.

/// The facts of one place, each checked.
struct PlaceRecord {
  let id: ArraySlice<UInt8>
  let name: ArraySlice<UInt8>
  let asciiName: ArraySlice<UInt8>
  let alternates: [ArraySlice<UInt8>]
  /// 1e-5 degrees.
  let latitude: Int32
  let longitude: Int32
  let country: CountryCode
  let admin1: String
  let admin2: String
  let feature: Feature
  let population: UInt32
  let flags: UInt8
  let box: Box?

  static let nameBytes = 1000

  init(_ row: TableRow) throws(RowFault) {
    id = row[.id]
    guard Self.isIdentifier(id) else { throw RowFault("id is 1 to 64 visible characters") }
    name = row[.name]
    asciiName = row[.asciiName]
    alternates = row.alternates
    guard !name.isEmpty,
      ([name, asciiName] + alternates).allSatisfy({ $0.count <= Self.nameBytes })
    else { throw RowFault.name }
    latitude = try Self.degrees(row.text(.latitude), limit: 90, "lat")
    longitude = try Self.degrees(row.text(.longitude), limit: 180, "lon")
    guard let country = CountryCode(row[.country]) else {
      throw RowFault("cc is two capital letters or empty")
    }
    self.country = country
    admin1 = row.text(.admin1)
    admin2 = row.text(.admin2)
    feature = Feature(rawValue: row.text(.feature)) ?? .other
    population = try Self.population(row.text(.population))
    flags = Self.flags(row.text(.reference))
    box = try Self.box(row.text(.box))
  }

  private static func isIdentifier(_ id: ArraySlice<UInt8>) -> Bool {
    1...64 ~= id.count && id.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  private static func degrees(
    _ text: String, limit: Double, _ column: String
  ) throws(RowFault) -> Int32 {
    guard let degrees = Double(text), abs(degrees) <= limit else {
      throw RowFault("\(column) is degrees from \(Int(-limit)) to \(Int(limit))")
    }
    return Int32((degrees * 1e5).rounded())
  }

  private static func box(_ text: String) throws(RowFault) -> Box? {
    if text.isEmpty { return nil }
    let sides = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard sides.count == 4, let west = sides[0], let south = sides[1], let east = sides[2],
      let north = sides[3], let box = Box(west: west, south: south, east: east, north: north)
    else { throw RowFault("box is west,south,east,north in degrees, south not above north") }
    return box
  }

  private static func population(_ text: String) throws(RowFault) -> UInt32 {
    if text.isEmpty { return 0 }
    guard let number = UInt32(text) else {
      throw RowFault("population is a whole number up to \(UInt32.max)")
    }
    return number
  }

  /// What follows the code in the column `ref`.
  private static func flags(_ reference: String) -> UInt8 {
    reference.split(separator: ";", omittingEmptySubsequences: false).dropFirst().reduce(0) {
      switch $1 {
      case "centroid": $0 | PlaceFlags.centroid
      case "approx": $0 | PlaceFlags.approximate
      default: $0
      }
    }
  }
}

extension TableRow {
  /// Why the row cannot be taken; nil when it can.
  var fault: RowFault? {
    do throws(RowFault) {
      _ = try PlaceRecord(self)
      return nil
    } catch {
      return error
    }
  }
}

/// Why a row is not taken: what would be allowed.
struct RowFault: Error {
  let allowed: String

  init(_ allowed: String) { self.allowed = allowed }

  static let geoNameID = RowFault("geonameid is a number")
  static let name = RowFault("a name is 1 to \(PlaceRecord.nameBytes) bytes")
}

extension CountryCode {
  /// Two capital letters, or nothing.
  package init?(_ letters: ArraySlice<UInt8>) {
    if letters.isEmpty { self.init(code: 0); return }
    guard letters.count == 2, letters.allSatisfy({ (65...90).contains($0) }),
      let first = letters.first, let last = letters.last
    else { return nil }
    self.init(code: UInt16(first) << 8 | UInt16(last))
  }

  /// The code such as "UA"; empty for none.
  package var letters: String {
    code == 0 ? "" : String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
  }

  package var isNone: Bool { code == 0 }

  /// A number below 26 * 26, or nil for none.
  var index: Int? {
    let first = Int(code >> 8) - 65
    let last = Int(code & 0xFF) - 65
    return (0..<26).contains(first) && (0..<26).contains(last) ? first * 26 + last : nil
  }
  static let indexCount = 26 * 26
}
