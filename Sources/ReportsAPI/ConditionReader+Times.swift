// Parameters that ask for a stretch of time: of the report, or of what it tells.

import Dates
import HTTP
import Reports

extension ConditionReader {
  func published(_ item: QueryItem) throws(Problem) -> Meaning {
    let period = try period(item)
    let ends = [("from", period.start), ("before", period.end)].compactMap { word, second in
      second.map { "\(word) \(Moment(start: $0, precision: .second).description)" }
    }
    return Meaning(test: .published(period), understood: ends.joined(separator: ", "))
  }

  func happened(_ item: QueryItem) throws(Problem) -> Meaning {
    let period = try period(item)
    let ends = [("from", period.days.first), ("to", period.days.last)].compactMap { word, day in
      day.map { "\(word) \(Moment(start: $0 * 86_400, precision: .day).description)" }
    }
    return Meaning(
      test: .happened(period), understood: "names a day \(ends.joined(separator: " "))")
  }

  private func period(_ item: QueryItem) throws(Problem) -> Period {
    guard let period = Period(item.value, now: call.site.now()) else {
      throw parameters.malformed(
        item.name, item.value, "a date or a stretch of time, such as \(Period.forms)")
    }
    return period
  }
}
