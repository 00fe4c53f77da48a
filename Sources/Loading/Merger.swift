// Keeps the parts of the store few, beside the one writer.

import Platform
import Reports

/// What the writer and the thread that merges must know of each other. Whoever holds the lock around it
/// is the one who may publish.
struct Merging {
  /// Segments that the thread is about to replace.
  var busy: Set<ObjectIdentifier> = []
  var isRunning = false

  /// So many reports are merged at once where they are taken; more, on the thread.
  private static let atOnce = 128

  /// A snapshot with fewer parts where that is little work; the same where it is not needed.
  func tidied(_ snapshot: Snapshot) -> Snapshot {
    var tidy = snapshot
    while let merged = once(tidy) { tidy = merged }
    return tidy
  }

  private func once(_ snapshot: Snapshot) -> Snapshot? {
    let free = snapshot.segments.indices.filter { !isBusy(snapshot.segments[$0]) }
    let sizes = snapshot.partSizes
    let chosen = MergePlan.next(free.map { sizes[$0] }, limit: Self.atOnce)
    if chosen.isEmpty { return nil }
    return snapshot.placing(snapshot.merging(chosen.map { free[$0] }))
  }

  private func isBusy(_ segment: Segment) -> Bool { busy.contains(ObjectIdentifier(segment)) }
}

extension Merging {
  /// Chooses what is to be merged next, and claims it; nil where all is well.
  mutating func claim(_ snapshot: Snapshot?) -> (snapshot: Snapshot, parts: [Int])? {
    guard let snapshot else { return nil }
    let chosen = MergePlan.next(snapshot.partSizes)
    busy = Set(chosen.map { ObjectIdentifier(snapshot.segments[$0]) })
    return chosen.isEmpty ? nil : (snapshot, chosen)
  }
}
