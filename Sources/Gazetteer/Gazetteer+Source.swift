// An image read as a source of another.

extension TableRow {
  /// What an image says of a place but for its other names.
  init(_ place: Place, of gazetteer: Gazetteer) {
    let point = gazetteer.coordinates(of: place)
    let units = gazetteer.unitTexts(of: place)
    let flags =
      (gazetteer.isCentroid(place) ? ";centroid" : "")
      + (gazetteer.isApproximate(place) ? ";approx" : "")
    let box = gazetteer.hasGivenBox(place) ? gazetteer.box(of: place) : nil
    self.init(texts: [
      gazetteer.id(of: place), gazetteer.name(of: place), "", "", "\(point.latitude)",
      "\(point.longitude)", gazetteer.countryCode(of: place).letters, units.admin1, units.admin2,
      gazetteer.feature(of: place).rawValue, "\(gazetteer.population(of: place))", flags,
      box.map { "\($0.west),\($0.south),\($0.east),\($0.north)" } ?? "",
    ])
  }
}

extension Gazetteer {
  /// Hands out every name of every place: as it folds, or as it is spelt where that counts.
  func forEachBearer(
    _ body: (ArraySlice<UInt8>, Place, _ isPrimary: Bool, _ spelling: ArraySlice<UInt8>?)
      throws(TableError) -> Void
  ) throws(TableError) {
    let words = image.range(.records).count / 4
    var record = 0
    while record < words {
      let bytes = nameBytes(record)
      let start = image.range(.records).start + record * 4 + 4
      let name = image.bytes(start..<(start + bytes))
      let first = record + 1 + (bytes + 3) / 4
      record = first + candidateCount(record)
      for word in first..<record {
        let candidate: UInt32 = image.number(.records, word)
        let spelling = candidate & CandidateWord.bound == 0 ? nil : spelling(of: UInt32(word))
        let spelt = spelling.map { image.bytes(image.textRange(.texts, Int($0))) }
        try body(
          spelt ?? name, Place(row: candidate & CandidateWord.row),
          candidate & CandidateWord.primary != 0, spelt)
      }
    }
  }
}
