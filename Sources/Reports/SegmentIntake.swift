// What a segment is made from.

import Extraction

/// Columns, blocks and drafts as reports were added, one after another.
struct SegmentIntake {
  var columns = Segment.Columns()
  var strings = StringTable()
  var texts = RecordBlock()
  var annotations = RecordBlock()
  var namings = Grouped<Naming>()
  var quotations = Grouped<QuotationDraft>()
  var days = Grouped<DayStretch>()
  var words = TextIndexBuilder()
}

/// What is looked up of one quotation.
struct QuotationDraft: Sendable {
  let speaker: Symbol
  let role: Symbol
  let affiliation: Symbol
  let cue: Symbol
  let start: UInt32
  let kind: Quotation.Kind
  /// The parts of the report's stream that are its content.
  let spans: [Range<UInt32>]
}
