// From one snapshot to the next.

extension Snapshot {
  /// The snapshot after an edit, and what changed by it: first what was removed, then what was taken,
  /// each in its order. A report that is taken again as it was is no change.
  package func applying(_ edit: Edit, made: Int64) -> (snapshot: Snapshot, changes: [Change]) {
    var changes: [Change] = []
    var entries: [String: ReportEntry] = [:]
    for row in 0..<UInt32(reports.count) {
      let entry = ReportView(segment: reports, row: row).entry
      entries[entry.id] = entry
    }
    for id in edit.removed where entries.removeValue(forKey: id) != nil {
      changes.append(Change(.deleted, id))
    }
    for entry in edit.taken {
      let old = entries.updateValue(entry, forKey: entry.id)
      if let old, old.saysTheSame(as: entry) { continue }
      changes.append(Change(old == nil ? .added : .updated, entry.id))
    }
    let builder = SegmentBuilder()
    for id in entries.keys.sorted() {
      if let entry = entries[id] { _ = builder.add(entry) }
    }
    let next = Snapshot(
      reports: builder.finish(), gazetteer: gazetteer, intake: edit.intake, made: made,
      settings: settings, changeNumber: changeNumber + Int64(changes.count))
    return (next, changes)
  }
}

extension ReportEntry {
  /// Whether the documents are the same; what is found in them then is the same too.
  func saysTheSame(as other: ReportEntry) -> Bool {
    id == other.id && headline == other.headline && published == other.published
      && source == other.source && author == other.author && url == other.url
      && language == other.language && text == other.text && remarks == other.remarks
  }
}
