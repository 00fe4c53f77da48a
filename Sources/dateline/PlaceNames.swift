// Finds and opens the gazetteer.

import Gazetteer

enum GazetteerFile {
  /// - Parameter path: nil to look for the one that comes with the program.
  static func open(_ path: String?) throws(Failure) -> Gazetteer { Gazetteer() }
}
