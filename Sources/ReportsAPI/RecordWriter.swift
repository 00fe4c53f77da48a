// A record as a JSON object or as a GeoJSON feature.

import JSON

/// Writes one record, member by member.
protocol RecordWriter {
  associatedtype Field: FieldName

  /// Whether the record has a member at all, as a snippet is there only where words were looked for.
  func has(_ field: Field) -> Bool
  /// The value of a member.
  func write(_ field: Field, _ json: inout JSONWriter)
  /// The id of a feature.
  func writeID(_ json: inout JSONWriter)
  /// The geometry of a feature (RFC 7946 section 3.1), null for what has no point.
  func writeFeatureGeometry(_ json: inout JSONWriter)
  /// `bbox` and its value (RFC 7946 section 5), for what has a box.
  func writeFeatureBox(_ json: inout JSONWriter)
  /// Members that only a feature has.
  func writeFurtherProperties(_ json: inout JSONWriter)
  /// Members that stand beside `properties` (RFC 7946 section 6.1).
  func writeForeignMembers(_ json: inout JSONWriter)
}

extension RecordWriter {
  func has(_ field: Field) -> Bool { true }
  func writeFeatureBox(_ json: inout JSONWriter) {}
  func writeFurtherProperties(_ json: inout JSONWriter) {}
  func writeForeignMembers(_ json: inout JSONWriter) {}

  /// The record in a format, with some of its members.
  func write(_ fields: [Field], as format: Format, _ json: inout JSONWriter) {
    switch format {
    case .json, .ndjson: json.object { writeMembers(fields, &$0) }
    case .geojson: writeFeature(fields, &json)
    }
  }

  private func writeMembers(_ fields: [Field], _ json: inout JSONWriter) {
    for field in fields where has(field) {
      json.key(of: field.rawValue)
      write(field, &json)
    }
  }

  /// RFC 7946 section 3.2.
  private func writeFeature(_ fields: [Field], _ json: inout JSONWriter) {
    json.object { json in
      json.key("type")
      json.string("Feature")
      json.key("id")
      writeID(&json)
      json.key("geometry")
      writeFeatureGeometry(&json)
      writeFeatureBox(&json)
      json.key("properties")
      json.object { json in
        writeMembers(fields.filter { !Field.outsideProperties.contains($0) }, &json)
        writeFurtherProperties(&json)
      }
      writeForeignMembers(&json)
    }
  }
}
