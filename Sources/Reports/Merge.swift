// Several parts become one.

/// Parts of a snapshot, and one that holds all that was left of them when it was made.
package struct Merge: Sendable {
  fileprivate let sources: [Part]
  fileprivate let part: Part?
}

extension Snapshot {
  /// How much is in each part, and how much is gone from it.
  package var partSizes: [PartSize] {
    parts.map { PartSize(left: $0.count, gone: $0.rows.gone.count) }
  }

  /// Which segments the parts have: objects that stay the same for as long as they are there.
  package var segments: [Segment] { parts.map(\.segment) }

  /// One part of several, which `placing` then puts in their place.
  ///
  /// - Complexity: that of writing all their reports anew.
  package func merging(_ chosen: [Int]) -> Merge {
    let sources = chosen.map { parts[$0] }
    let builder = SegmentBuilder()
    for part in sources {
      for row in part.rows.numbers {
        _ = builder.add(ReportView(segment: part.segment, row: row).entry)
      }
    }
    let part = builder.count == 0 ? nil : Part(builder.finish(), places, gazetteer)
    return Merge(sources: sources, part: part)
  }

  /// The snapshot with merged parts in place of those that they were made of, which may have lost
  /// reports meanwhile; nil where one of them is no longer there. It says the same.
  package func placing(_ merge: Merge) -> Snapshot? {
    var (lost, rest) = ([UInt32](), parts)
    for source in merge.sources {
      guard let index = rest.firstIndex(where: { $0.segment === source.segment }) else {
        return nil
      }
      let now = rest.remove(at: index)
      for row in now.rows.gone.subtracting(source.rows.gone) {
        if let new = merge.part?.row(of: now.segment.idBytes(row)) { lost.append(new) }
      }
    }
    if let part = merge.part { rest.append(part.without(lost.sorted()[...])) }
    return Snapshot(rest, places, gazetteer, heading)
  }
}
