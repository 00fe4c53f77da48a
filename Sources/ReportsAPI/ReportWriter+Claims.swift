// Who holds what, how many, and when.

import Dates
import Extraction
import JSON
import Reports

extension ReportWriter {
  func write(_ claim: ControlClaim, _ json: inout JSONWriter) {
    json.object { writeMembers(claim, &$0) }
  }

  func writeMembers(_ claim: ControlClaim, _ json: inout JSONWriter) {
    json.key("locality")
    writeID(claim.place, &json)
    json.key("party")
    json.string(orNull: claim.party)
    json.key("status")
    json.string(claim.status.rawValue)
    json.key("extent")
    write(claim.extent, &json)
    json.key("basis")
    json.string(claim.basis.rawValue)
    json.key("claimed_by")
    json.string(orNull: claim.claimedBy)
    json.key("quotation")
    writeID(ofQuotation: claim.quotation, &json)
    json.key("as_of")
    write(claim.asOf, &json)
    json.key("evidence")
    write(claim.evidence, &json)
  }

  private func writeID(ofQuotation index: Int?, _ json: inout JSONWriter) {
    guard let index else { return json.null() }
    writeID(report.annotations.quotations[index], &json)
  }

  func write(_ figure: Figure, _ json: inout JSONWriter) {
    json.object { writeMembers(figure, &$0) }
  }

  func writeMembers(_ figure: Figure, _ json: inout JSONWriter) {
    json.key("kind")
    json.string(figure.kind.rawValue)
    json.key("locality")
    writeID(figure.place, &json)
    json.key("value")
    json.integer(orNull: figure.value)
    json.key("low")
    json.integer(orNull: figure.low)
    json.key("high")
    json.integer(orNull: figure.high)
    json.key("qualifier")
    writeWords(figure.qualifier, &json)
    json.key("of_whom")
    writeWords(figure.ofWhom, &json)
    json.key("as_of")
    write(figure.asOf, &json)
    json.key("said_by")
    json.string(orNull: figure.saidBy)
    json.key("evidence")
    write(figure.evidence, &json)
  }

  func write(_ mention: DateMention, _ json: inout JSONWriter) {
    json.object { json in
      json.key("date")
      json.string(orNull: mention.precision.text(of: mention.first))
      json.key("date_end")
      json.string(orNull: mention.precision.text(of: mention.last))
      json.key("time_precision")
      json.string(mention.precision.rawValue)
      json.key("evidence")
      write(mention.range, &json)
    }
  }
}

extension DateMention.Precision {
  /// A day as much of it as is meant: `2014`, `2024-08`, else `2024-10-07`.
  func text(of date: CivilDate?) -> String? {
    guard let date else { return nil }
    let precision: TimePrecision =
      switch self {
      case .year: .year
      case .month: .month
      case .minute, .day, .week, .unknown: .day
      }
    return Moment(start: date.daysSince1970 * 86_400, precision: precision).description
  }
}
