// What a part of the globe finds of places that have an extent.

/// Which places a box or a circle finds.
package enum Spatial: String, CaseIterable, Sendable {
  /// Those that lie in it with their point.
  case within
  /// Besides, the areas whose box meets it: what is known of them may have happened there. A country
  /// is one wherever somewhere in it is asked for.
  case possible
}
