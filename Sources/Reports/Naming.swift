// That a report names a locality, and how often.

import Extraction
import Gazetteer

/// One report and one locality that it names. 16 bytes.
struct Naming: Sendable {
  /// The locality's number; while a segment is built, the row of its place in the gazetteer.
  var locality: UInt32
  var mentions: UInt32 = 0
  /// Quotations that are about it.
  var quotations: UInt32 = 0
  /// In hundredths.
  var confidence: UInt8
  var precision: GeoPrecision
  var told: Told = []

  /// What a report says of each of its localities.
  ///
  /// - Complexity: O(what was found in it).
  static func all(in found: Annotations) -> [Naming] {
    var namings: [Naming] = []
    var numbers: [Place: Int] = [:]
    for located in found.localities where numbers[located.place] == nil {
      numbers[located.place] = namings.count
      namings.append(Naming(located))
    }
    for mention in found.places {
      if let number = mention.place.flatMap({ numbers[$0] }) { namings[number].mentions += 1 }
    }
    for place in found.quotations.lazy.flatMap(\.about) {
      if let number = numbers[place] { namings[number].quotations += 1 }
    }
    for claim in found.control {
      if let number = numbers[claim.place] { namings[number].told.insert(Told(claim.status)) }
    }
    for (place, role) in found.roles {
      if let number = numbers[place] { namings[number].told.insert(Told(role)) }
    }
    return namings
  }

  private init(_ located: LocatedPlace) {
    locality = located.place.row
    confidence = UInt8((max(0, min(located.confidence, 1)) * 100).rounded())
    precision = located.precision
  }
}
