// The same village out of two sources.

/// The populated places of earlier sources, so that a later source's place that is one of them is
/// known: of the same country, with the earlier one's first name among its own as they fold, and no
/// farther than 2 km from it; than 20 km where the earlier one's point is only approximate, the
/// middle of the municipality that it lies in.
struct EarlierPlaces {
  private static let kilometres = 2.0
  private static let approximateKilometres = 20.0
  /// Kilometres in 1e-5 degrees of a great circle.
  private static let step = 111.195e-5
  /// 1e-5 degrees of latitude: a little more than 20 km, so that no twin is beyond the next band.
  private static let band: Int32 = 18000

  /// Rows, at the slots that their keys hash to or after them.
  private var slots: [UInt32]

  init(_ rows: RowColumns) {
    let populated = (0..<rows.count).filter { rows.features[$0].isPopulated }
    slots = [UInt32](repeating: noRow, count: max(8, populated.count * 2))
    for row in populated {
      var slot = slot(of: Key(rows, row, band: rows.latitudes[row] / Self.band))
      while slots[slot] != noRow { slot = next(slot) }
      slots[slot] = UInt32(row)
    }
  }

  /// The row that is the same place: the nearest, but an approximate one only where no other is.
  func row(of place: PlaceRecord, in rows: RowColumns) -> Int? {
    guard place.feature.isPopulated else { return nil }
    let band = place.latitude / Self.band
    var best: Candidate?
    for name in [place.name, place.asciiName] + place.alternates where !name.isEmpty {
      for band in (band - 1)...(band + 1) {
        let key = Key(country: place.country.code, band: band, name: name)
        forEachRow(of: key, in: rows) { row in
          let found = Candidate(row, rows, place)
          if found.isSame && best.map({ found.order < $0.order }) ?? true { best = found }
        }
      }
    }
    return best?.row
  }

  private func forEachRow(of key: Key, in rows: RowColumns, _ body: (Int) -> Void) {
    var slot = slot(of: key)
    while slots[slot] != noRow {
      let row = Int(slots[slot])
      if Key(rows, row, band: rows.latitudes[row] / Self.band) == key { body(row) }
      slot = next(slot)
    }
  }

  private func slot(of key: Key) -> Int { NameHash(key.bytes.span).slot(of: slots.count) }

  private func next(_ slot: Int) -> Int { slot + 1 == slots.count ? 0 : slot + 1 }

  /// An earlier place of that name, and how far a later one is from it.
  private struct Candidate {
    let row: Int
    private let kilometres: Double
    private let isApproximate: Bool

    init(_ row: Int, _ rows: RowColumns, _ place: PlaceRecord) {
      self.row = row
      isApproximate = rows.isApproximate(row)
      let latitudes = (Double(rows.latitudes[row]), Double(place.latitude))
      let north = (latitudes.0 - latitudes.1) * step
      let turn = abs(Double(place.longitude) - Double(rows.longitudes[row]))
      let middle = (latitudes.0 + latitudes.1) / 2e5
      let east = min(turn, 360e5 - turn) * step * Self.cosine(degrees: middle)
      kilometres = (north * north + east * east).squareRoot()
    }

    var isSame: Bool {
      kilometres <= (isApproximate ? EarlierPlaces.approximateKilometres : EarlierPlaces.kilometres)
    }

    var order: (Int, Double, Int) { (isApproximate ? 1 : 0, kilometres, row) }

    /// By its series, to a thousandth.
    private static func cosine(degrees: Double) -> Double {
      let square = (degrees * .pi / 180) * (degrees * .pi / 180)
      return max(0, 1 - square / 2 * (1 - square / 12 * (1 - square / 30)))
    }
  }

  /// Country, band of latitude, folded name.
  private struct Key: Equatable {
    private(set) var bytes: [UInt8] = []

    init(country: UInt16, band: Int32, name: ArraySlice<UInt8>) {
      bytes.append(number: country)
      bytes.append(number: band)
      Folding.append(name.span, to: &bytes)
    }

    init(_ rows: RowColumns, _ row: Int, band: Int32) {
      self.init(country: rows.countries[row], band: band, name: rows.names[row])
    }
  }
}
