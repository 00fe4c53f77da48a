// A time that a text names.

package import Dates

package struct DateMention: Equatable, Sendable {
  package enum Precision: String, CaseIterable, Sendable {
    case minute, day, week, month, year, unknown
  }

  package let range: Range<Int>
  /// First day of what is meant; nil where it cannot be known.
  package let first: CivilDate?
  /// Last day; nil where open or unknown.
  package let last: CivilDate?
  package let precision: Precision

  package init(range: Range<Int>, first: CivilDate?, last: CivilDate?, precision: Precision) {
    self.range = range
    self.first = first
    self.last = last
    self.precision = precision
  }
}
