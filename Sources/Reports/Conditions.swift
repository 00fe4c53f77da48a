// What is asked of reports, of the places that they name, and of their quotations.

package import Dates
package import Extraction
package import Gazetteer

/// A test, or its contrary.
package struct Condition<Test: Sendable>: Sendable {
  package let test: Test
  package let isNot: Bool

  package init(_ test: Test, isNot: Bool = false) {
    self.test = test
    self.isNot = isNot
  }
}

/// A test of a locality, or of what reports tell of it. A list is met by any of its members.
package enum PlaceTest: Sendable {
  case place([Place])
  case country([CountryCode])
  /// Units of the first level.
  case admin1([Place])
  case box(Box, Spatial = .within)
  case circle(Circle, Spatial = .within)
  /// A status that a report claims of it, or the role that it has there.
  case told(Told)
}

/// A test of a quotation. A list is met by any of its members; a name, by all of its words, each whole
/// and folded.
package enum QuotationTest: Sendable {
  case speaker([String])
  case role([String])
  case affiliation([String])
  /// Lemmas.
  case cue([String])
  case kind([Quotation.Kind])
}

/// The conditions of one query, all of which must hold.
///
/// Conditions on places speak of one locality of a report together, and those on quotations of one
/// quotation: a report matches where one locality meets all of the former and one quotation all of
/// the latter. A negated one speaks for itself: no locality, or no quotation, meets its test.
package struct Conditions: Sendable {
  /// Of the report's words; where quotations are listed, of theirs.
  package var text: TextQuery?
  /// When the report was published.
  package var published: [Condition<Period>] = []
  /// When that was which the report tells of: a date that its text names touches the time.
  package var happened: [Condition<Period>] = []
  package var places: [Condition<PlaceTest>] = []
  package var quotations: [Condition<QuotationTest>] = []

  package init() {}

  /// Whether any of them is on time.
  var asksTime: Bool { !published.isEmpty || !happened.isEmpty }

  package mutating func add(_ other: Conditions) {
    text = other.text ?? text
    published += other.published
    happened += other.happened
    places += other.places
    quotations += other.quotations
  }
}
