// A time expression as it was read, and what it means.

import Dates

/// The tokens of one expression and what they say; qualifiers are added from the inside out.
struct TimePhrase {
  var tokens: Range<Int>
  var expression: TimeExpression
  /// The later end of a stretch that is named by both.
  var end: TimeExpression?
  var part: TimePart?
  var relation = TimeRelation.at
  var sense = TimeSense.latest
  /// Where it is not that of the expression.
  var precision: DateMention.Precision?

  init(_ tokens: Range<Int>, _ expression: TimeExpression) {
    self.tokens = tokens
    self.expression = expression
  }

  /// What the day of publication, and nothing else, is missing for.
  var isRelative: Bool { expression.isRelative || end?.isRelative == true }

  func mention(_ range: Range<Int>, _ published: CivilDate?) -> DateMention {
    let known = precision ?? expression.precision
    guard var span = expression.resolve(published, sense) else {
      let finer = part.map { known.of($0) } ?? known
      return DateMention(range: range, first: nil, last: nil, precision: finer)
    }
    if let end, let last = end.resolve(published, sense)?.last {
      if last < span.first, case .month(nil, _) = expression { span = span.yearBefore ?? span }
      span.last = max(span.last, last)
    }
    var precision = known
    if let part, span.first != .min {
      (span, precision) = span.part(part, of: known, today: published?.daysSince1970)
    }
    return relation.mention(range, span, precision)
  }
}

extension TimeRelation {
  fileprivate func mention(
    _ range: Range<Int>, _ span: DaySpan, _ precision: DateMention.Precision
  ) -> DateMention {
    var first = span.first == .min ? nil : CivilDate.day(span.first)
    var last = CivilDate.day(span.last)
    switch self {
    case .at: break
    case .since: last = nil
    case .until: first = nil
    case .before:
      last = span.first == .min ? last : CivilDate.day(span.first - 1)
      first = nil
    }
    return DateMention(range: range, first: first, last: last, precision: precision)
  }
}

extension DaySpan {
  /// The same month a year earlier: “from November to January”.
  fileprivate var yearBefore: DaySpan? {
    let date = CivilDate(daysSince1970: first)
    return DaySpan(year: date.year - 1, month: date.month)
  }
}
