// What meets the conditions of a query.

import Dates
import Extraction
import Gazetteer

/// The conditions of one query over one part of a snapshot.
struct Search {
  let part: Part
  let conditions: Conditions

  var segment: Segment { part.segment }
  var atlas: Atlas { part.atlas }

  /// The reports that meet everything.
  func reports() -> RowList {
    var conjunction = dated()
    addText(to: &conjunction)
    addPlaces(to: &conjunction)
    addQuotations(to: &conjunction)
    return conjunction.rows(of: part.rows)
  }

  /// The reports that meet all that is not asked of their places.
  func reportsOfLocalities() -> RowList {
    var conjunction = dated()
    addText(to: &conjunction)
    addQuotations(to: &conjunction)
    return conjunction.rows(of: part.rows)
  }

  /// The reports that meet all that is not asked of their quotations, and have the words that one of
  /// these must have.
  func reportsOfQuotations() -> RowList {
    var conjunction = dated()
    for term in conditions.text?.wanted ?? [] { segment.words.add(term, to: &conjunction) }
    addPlaces(to: &conjunction)
    return conjunction.rows(of: part.rows)
  }

  private func addText(to conjunction: inout Conjunction) {
    for term in conditions.text?.terms ?? [] {
      segment.words.add(term, to: &conjunction)
    }
  }

  /// All reports, as far as they were published, and name days, when they should.
  private func dated() -> Conjunction {
    var conjunction = Conjunction(0..<UInt32(segment.count))
    for condition in conditions.published {
      let rows = segment.rows(publishedIn: condition.test)
      if condition.isNot {
        conjunction.add(segment.rising[Int(rows.lowerBound)..<Int(rows.upperBound)], isNot: true)
      } else {
        conjunction.narrow(to: rows)
      }
    }
    for condition in conditions.happened {
      conjunction.add(segment.days.rows(touching: condition.test), isNot: condition.isNot)
    }
    return conjunction
  }
}

extension Segment {
  /// The reports of a stretch of time, which stand together; undated ones are in none.
  ///
  /// - Complexity: O(log reports).
  func rows(publishedIn period: Period) -> Range<Row> {
    let dated = columns.published[..<Int(firstUndated)]
    let start = dated.partitioningIndex { $0 < period.end ?? .max }
    let end = dated.partitioningIndex { $0 < period.start ?? .min }
    return Row(start)..<Row(max(start, end))
  }
}
