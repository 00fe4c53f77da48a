// The same work on many items, on several threads, taken up in order.

package import Platform

package enum OrderedWork {
  private struct Progress<Output> {
    var taken = 0
    var finished: [Int: Output] = [:]
    /// How many items there are, once the last has been drawn.
    var total: Int?
  }

  /// Runs `work` on every item and hands the results to `take`, in the items' order, on the calling
  /// thread. No more than `ahead` results wait at a time.
  package static func run<Item: Sendable, Output: Sendable>(
    _ items: [Item], workers: Int, ahead: Int, work: @escaping @Sendable (Item) -> Output,
    take: (Output) -> Void
  ) throws(SystemError) {
    let next = Lock(0)
    try run(
      workers: min(workers, items.count), ahead: ahead,
      next: {
        next.withLock { index in
          defer { index += 1 }
          return index < items.count ? items[index] : nil
        }
      }, work: work, take: take)
  }

  /// The same for items that come one by one: `next` is called by one thread at a time, may wait,
  /// and gives nil after the last.
  package static func run<Item: Sendable, Output: Sendable>(
    workers: Int, ahead: Int, next: @escaping @Sendable () -> Item?,
    work: @escaping @Sendable (Item) -> Output, take: (Output) -> Void
  ) throws(SystemError) {
    let progress = Lock(Progress<Output>())
    let drawn = Lock(0)
    for _ in 0..<max(1, workers) {
      try Threads.start {
        while let (index, item) = draw(drawn, progress, ahead, next) {
          let output = work(item)
          progress.tell { $0.finished[index] = output }
        }
      }
    }
    while let output = nextResult(progress) {
      take(output)
    }
  }

  /// The next item, drawn once it is near enough to the ones taken; nil when there are no more.
  private static func draw<Item, Output>(
    _ drawn: Lock<Int>, _ progress: Lock<Progress<Output>>, _ ahead: Int, _ next: () -> Item?
  ) -> (Int, Item)? {
    drawn.withLock { count in
      let isOver = progress.wait { progress -> Bool? in
        if progress.total != nil { return true }
        return count < progress.taken + ahead ? false : nil
      }
      guard !isOver else { return nil }
      guard let item = next() else {
        progress.tell { $0.total = count }
        return nil
      }
      defer { count += 1 }
      return (count, item)
    }
  }

  /// The next result in order; nil after the last.
  private static func nextResult<Output>(_ progress: Lock<Progress<Output>>) -> Output? {
    let output = progress.wait { progress -> Output?? in
      if let output = progress.finished.removeValue(forKey: progress.taken) {
        progress.taken += 1
        return .some(output)
      }
      return progress.taken == progress.total ? .some(nil) : nil
    }
    progress.wakeAll()
    return output
  }
}
