// Which classes of GeoNames are taken, and as what.

/// The codes of https://www.geonames.org/export/codes.html. Left out is what an article hardly names
/// as the place where something happened, or what has the name of a village that is there as well:
/// units below the second level and former ones, places that are no more (but those that were
/// destroyed or abandoned), roads, forests, undersea features, hills, capes, farms, schools, churches.
enum GeoNamesFeature {
  /// Of a class such as `P`, a code such as `PPL`, and how many people live there; nil is left out.
  static func feature(
    _ featureClass: ArraySlice<UInt8>, _ code: ArraySlice<UInt8>, population: UInt32
  ) -> Feature? {
    let key = String(decoding: featureClass + [UInt8(ascii: " ")] + code, as: UTF8.self)
    guard let feature = features[key] else { return nil }
    if feature != .village { return feature }
    if code.elementsEqual("PPLC".utf8) { return .city }
    return population >= 100_000 ? .city : population >= 10_000 ? .town : .village
  }

  private static let features: [String: Feature] = {
    var features: [String: Feature] = [:]
    for (feature, featureClass, codes) in taken {
      for code in codes.split(separator: " ") { features["\(featureClass) \(code)"] = feature }
    }
    return features
  }()

  private static let taken: [(Feature, String, String)] = [
    (.country, "A", "PCL PCLD PCLF PCLI PCLIX PCLS"), (.admin1, "A", "ADM1"),
    (.admin2, "A", "ADM2"),
    (.region, "A", "TERR ZN ZNB LTER"),
    (.village, "P", "PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLF PPLG PPLQ PPLR PPLW"),
    (.settlement, "P", "PPLL PPLS STLMT"), (.neighbourhood, "P", "PPLX"),
    (.continent, "L", "CONT"), (.region, "L", "AREA CST RGN RGNE RGNL TRB"),
    (.spot, "L", "MILB NVB OILF PRT"), (.mountain, "T", "MT MTS PK PKS VLC"),
    (.region, "T", "PEN VAL VALS"), (.island, "T", "ATOL ISL ISLS"), (.desert, "T", "DSRT ERG"),
    (.spot, "T", "PASS"), (.sea, "H", "BAY GULF OCN SEA STRT"), (.lake, "H", "LGN LK LKS RSV"),
    (.river, "H", "CNL STM STMS WAD"),
    (
      .spot, "S",
      "AIRB AIRF AIRP AIRQ BDG CMPRF CSTM DAM FT INSM MFGM OILR PS PSH PSN PSTB SQR"
    ),
  ]
}
