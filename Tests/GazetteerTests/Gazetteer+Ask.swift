// How tests ask a gazetteer.

import Gazetteer

extension Gazetteer {
  func candidates(_ written: String) -> [Candidate] {
    var folded: [UInt8] = []
    return candidates(Array(written.utf8).span, folded: &folded)
  }

  /// The ids of all places that bear a name, best first.
  func ids(_ written: String) -> [String] { candidates(written).map { id(of: $0.place) } }
}
