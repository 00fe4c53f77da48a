// A list in its envelope.

import HTTP
import JSON
import Reports

/// Writes one page of a list.
struct ListAnswer<Field: FieldName> {
  let kind: ListKind
  let request: ListRequest<Field>
  /// How many records match, on all pages together.
  let matched: Int
  /// The token of the next page; nil on the last.
  let next: String?
  /// Written at the end, where it was asked for.
  let explanation: Explanation?

  /// - Parameter records: writes all records of the page, one after another.
  func response(returned: Int, _ records: (inout JSONWriter) -> Void) -> Response {
    let links = ListLinks(request.call.request, next: next)
    var json = JSONWriter(reserving: 256 + returned * 2048)
    json.object { json in
      if request.format == .geojson {
        json.key("type")
        json.string("FeatureCollection")
      }
      json.key("numberMatched")
      json.integer(matched)
      json.key("numberReturned")
      json.integer(returned)
      json.key(of: request.format == .geojson ? "features" : kind.rawValue)
      json.array(records)
      json.key("links")
      links.write(&json)
      explanation?.write(&json)
    }
    return request.call.answer(
      json: json, format: request.format, links: links,
      isOfTheMoment: request.asked.isRelative)
  }
}
