// How much a snapshot holds.

/// Bytes that segments take, reports that are gone included.
package struct SegmentBytes: Sendable {
  /// Of all texts.
  package var texts = 0
  /// Of all that was found in them, without its strings.
  package var annotations = 0
  /// Of names, headlines, reasons and so on.
  package var strings = 0
  /// Of the days that texts name.
  package var days = 0
  /// Of the index of words.
  package var words = 0
}

extension Snapshot {
  package var reportCount: Int { parts.reduce(0) { $0 + $1.count } }

  package var bytes: SegmentBytes {
    var bytes = SegmentBytes()
    for segment in parts.lazy.map(\.segment) {
      bytes.texts += segment.texts.byteCount
      bytes.annotations += segment.annotations.byteCount
      bytes.strings += segment.strings.bytes.count + 4 * segment.strings.ends.count
      bytes.days += segment.days.byteCount
      bytes.words += segment.words.byteCount
    }
    return bytes
  }

  /// The report of an id.
  package func report(_ id: String) -> ReportView? {
    let bytes = Array(id.utf8)
    for part in parts {
      if let row = part.row(of: bytes) { return ReportView(segment: part.segment, row: row) }
    }
    return nil
  }
}
