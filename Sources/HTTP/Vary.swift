// The `Vary` field, RFC 9110 section 12.5.5.

/// The request's fields that an answer depends on.
package struct Vary: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let accept = Vary(rawValue: 1)
  package static let acceptEncoding = Vary(rawValue: 2)
  package static let origin = Vary(rawValue: 4)

  private static let names: [(Vary, String)] = [
    (.accept, "Accept"), (.acceptEncoding, "Accept-Encoding"), (.origin, "Origin"),
  ]

  /// The field's value; nil where there is nothing to say.
  package var field: String? {
    let names = Self.names.filter { contains($0.0) }.map(\.1)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
