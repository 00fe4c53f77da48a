// From one snapshot to the next.

extension Snapshot {
  /// The snapshot after an edit, and what changed by it: first what was removed, then what was taken,
  /// each in its order. A report that is taken again as it was is no change.
  ///
  /// What is taken becomes a part of its own, and what is removed or was otherwise before is gone from
  /// the part that has it; nothing else is made anew.
  package func applying(_ edit: Edit, made: Int64) -> (snapshot: Snapshot, changes: [Change]) {
    var uptake = EditUptake(self)
    for id in edit.removed { uptake.remove(id) }
    for entry in edit.taken { uptake.take(entry) }
    var heading = heading
    heading.intake = edit.intake
    heading.made = made
    return (uptake.finish(heading), uptake.changes)
  }
}

/// An edit while it is applied.
private struct EditUptake {
  private let old: Snapshot
  private(set) var changes: [Change] = []
  /// The rows of each part that are gone by this edit.
  private var gone: [Set<UInt32>]
  private let new = SegmentBuilder()

  init(_ old: Snapshot) {
    self.old = old
    gone = old.parts.map { _ in [] }
  }

  mutating func remove(_ id: String) {
    guard let (part, row) = find(id) else { return }
    gone[part].insert(row)
    changes.append(Change(.deleted, id))
  }

  mutating func take(_ entry: ReportEntry) {
    let before = find(entry.id)
    if let (part, row) = before {
      let digests = old.parts[part].segment.columns.digests
      if digests[Int(row)] == entry.digest { return }
      gone[part].insert(row)
    }
    if new.add(entry) == nil {
      changes.append(Change(before == nil ? .added : .updated, entry.id))
    }
  }

  mutating func finish(_ heading: Snapshot.Heading) -> Snapshot {
    var heading = heading
    heading.changeNumber += Int64(changes.count)
    var parts = zip(old.parts, gone).map { $0.without($1.sorted()[...]) }
    var places = old.places
    if new.count > 0 {
      let segment = new.finish()
      places = places.adding(segment.namings.places, old.gazetteer)
      parts.append(Part(segment, places, old.gazetteer))
    }
    return Snapshot(parts, places, old.gazetteer, heading)
  }

  /// The report of an id that is not yet gone.
  private func find(_ id: String) -> (part: Int, row: UInt32)? {
    let bytes = Array(id.utf8)
    for (index, part) in old.parts.enumerated() {
      if let row = part.row(of: bytes), !gone[index].contains(row) { return (index, row) }
    }
    return nil
  }
}
