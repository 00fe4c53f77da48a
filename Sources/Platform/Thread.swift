// Threads of our own: one an event loop, a few for jobs and for loading.

import Foundation

package enum Threads {
  /// Starts a thread that runs `body` to its end; nobody joins it.
  package static func start(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
    let context = unsafe Unmanaged.passRetained(Start(body)).toOpaque()
    var started = pthread_t()
    let code = unsafe pthread_create(
      &started, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, context)
    guard code == 0 else {
      unsafe Unmanaged<Start>.fromOpaque(context).release()
      throw SystemError(call: "pthread_create", code: code)
    }
    pthread_detach(started)
  }

  /// Runs `body` for each number below `count`, on the calling thread and on as many others as the
  /// machine has processors for, until all are done; where no thread can be had, on fewer.
  package static func divide(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let share = Share(count: count, body: body)
    let others = min(Machine.processors, count) - 1
    for _ in 0..<max(0, others) {
      share.running.withLock { $0 += 1 }
      do throws(SystemError) {
        try start {
          share.work()
          share.running.tell { $0 -= 1 }
        }
      } catch {
        share.running.withLock { $0 -= 1 }
      }
    }
    share.work()
    share.running.wait { $0 == 0 ? () : nil }
  }

  private final class Share: Sendable {
    let running = Lock(0)
    private let next = Lock(0)
    private let count: Int
    private let body: @Sendable (Int) -> Void

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    func work() {
      while let number = draw() { body(number) }
    }

    private func draw() -> Int? {
      next.withLock { next in
        if next == count { return nil }
        next += 1
        return next - 1
      }
    }
  }

  /// Lets the calling thread rest.
  package static func pause(seconds: Double) { usleep(UInt32(seconds * 1e6)) }

  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
