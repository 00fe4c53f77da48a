// A locality as JSON, with everything that reports say of it.

import JSON

/// Writes a locality that was asked for alone.
struct LocalityDetailWriter: RecordWriter {
  let locality: LocalityWriter
  let parts: LocalityParts
  let links: ListLinks

  func write(_ field: LocalityDetailField, _ json: inout JSONWriter) {
    switch field {
    case .member(let field): locality.write(field, &json)
    case .part(let part): parts.write(part, &json)
    case .links: links.write(&json)
    }
  }

  func writeID(_ json: inout JSONWriter) { locality.writeID(&json) }
  func writeFeatureGeometry(_ json: inout JSONWriter) { locality.writeFeatureGeometry(&json) }
  func writeFeatureBox(_ json: inout JSONWriter) { locality.writeFeatureBox(&json) }
  func writeFurtherProperties(_ json: inout JSONWriter) { locality.writeFurtherProperties(&json) }

  /// As lists have them beside their features.
  func writeForeignMembers(_ json: inout JSONWriter) {
    json.key("links")
    links.write(&json)
  }
}
