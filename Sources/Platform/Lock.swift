// A lock around a value, and a condition to wait for. Plain pthreads: ThreadSanitizer understands
// them, which it does not do for Synchronization.Mutex in Swift 6.3.

import Foundation

/// Guards a value; it is reached only with the lock held.
///
/// `@unchecked Sendable`: every access to `value` happens between `pthread_mutex_lock` and
/// `pthread_mutex_unlock` on `mutex`.
@safe
package final class Lock<Value>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var value: Value

  package init(_ value: Value) {
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
    self.value = value
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe pthread_cond_destroy(condition)
    unsafe mutex.deallocate()
    unsafe condition.deallocate()
  }

  /// Runs `body` with the lock held.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return try body(&value)
  }

  /// Waits until `ready` gives something; asked first at once, then after every `wakeAll`.
  package func wait<Result>(until ready: (inout Value) -> Result?) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result = ready(&value) { return result }
      unsafe pthread_cond_wait(condition, mutex)
    }
  }

  /// The same, but waits no longer than so many seconds; nil when they are over.
  package func wait<Result>(seconds: Double, until ready: (inout Value) -> Result?) -> Result? {
    let nanoseconds = time(on: CLOCK_REALTIME) + Int64(seconds * 1e9)
    var end = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while true {
      if let result = ready(&value) { return result }
      if unsafe pthread_cond_timedwait(condition, mutex, &end) != 0 { return ready(&value) }
    }
  }

  /// Changes the value and wakes every thread that waits.
  package func tell(_ change: (inout Value) -> Void) {
    withLock(change)
    wakeAll()
  }

  /// Wakes every thread that waits.
  package func wakeAll() { unsafe pthread_cond_broadcast(condition) }
}
