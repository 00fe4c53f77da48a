// Names the route of an answer without text.

/// A route by its place in a list of names that the responder's owner keeps; counting by it needs no
/// text. 0 is none: what was refused before a route was looked for.
package struct RouteNumber: Hashable, Sendable {
  @usableFromInline let value: UInt8

  package static let none = RouteNumber(0)

  /// - Parameter index: at most 255.
  package init(_ index: Int) { value = UInt8(index) }

  @inlinable package var index: Int { Int(value) }
}
