// The same work on many items, on several threads, taken up in order.

import Platform

enum OrderedWork {
  private struct Progress<Output> {
    var started = 0
    var taken = 0
    var finished: [Int: Output] = [:]
  }

  /// Runs `work` on every item and hands the results to `take`, in the items' order, on the calling
  /// thread. No more than `ahead` results wait at a time.
  static func run<Item: Sendable, Output: Sendable>(
    _ items: [Item], workers: Int, ahead: Int, work: @escaping @Sendable (Item) -> Output,
    take: (Output) -> Void
  ) throws(SystemError) {
    let progress = Lock(Progress<Output>())
    for _ in 0..<min(workers, items.count) {
      try Threads.start {
        while let index = next(progress, items.count, ahead) {
          let output = work(items[index])
          progress.withLock { $0.finished[index] = output }
          progress.wakeAll()
        }
      }
    }
    for index in items.indices {
      let output = progress.wait { $0.finished.removeValue(forKey: index) }
      progress.withLock { $0.taken = index + 1 }
      progress.wakeAll()
      take(output)
    }
  }

  /// The next item to work on, once it is near enough to the ones taken; nil when all are begun.
  private static func next<Output>(
    _ progress: Lock<Progress<Output>>, _ count: Int, _ ahead: Int
  ) -> Int? {
    progress.wait { progress -> Int?? in
      if progress.started == count { return .some(nil) }
      guard progress.started < progress.taken + ahead else { return nil }
      progress.started += 1
      return .some(progress.started - 1)
    }
  }
}
