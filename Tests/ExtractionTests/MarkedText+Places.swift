// Places of the shipped gazetteer for names that a test marks.

import Gazetteer
import TestSupport

@testable import Extraction

extension MarkedText {
  /// What is marked with `p`, each as the likeliest place of that name.
  func places(_ gazetteer: Gazetteer) -> [PlaceMention] {
    self["p"].map { range in
      PlaceMention(range: range, kind: .name, place: gazetteer.likeliest(words(range)))
    }
  }
}

extension Gazetteer {
  func likeliest(_ name: String) -> Place? {
    var folded: [UInt8] = []
    return candidates(Array(name.utf8).span, folded: &folded).first?.place
  }
}
