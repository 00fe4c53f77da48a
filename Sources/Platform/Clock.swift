// Time: one that only goes forward for deadlines, one for people, which tests can fix.

import Foundation

/// A point on the clock that only goes forward.
package struct Instant: Comparable, Sendable {
  package var nanoseconds: Int64
  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// To a few milliseconds, which deadlines do not notice and which cost a quarter.
  package static var now: Instant { Instant(nanoseconds: time(on: CLOCK_MONOTONIC_COARSE)) }

  /// To the nanosecond, for what is measured.
  package static var precise: Instant { Instant(nanoseconds: time(on: CLOCK_MONOTONIC)) }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  package static func + (start: Instant, seconds: Double) -> Instant {
    Instant(nanoseconds: start.nanoseconds + Int64(seconds * 1e9))
  }

  /// Seconds from an earlier instant to this one.
  package func seconds(since earlier: Instant) -> Double {
    Double(nanoseconds - earlier.nanoseconds) / 1e9
  }
}

/// Tells the time of day, in whole seconds since 1970 in UTC.
package enum WallClock: Sendable, Equatable {
  case system
  /// Always the same second, so that two runs answer alike.
  case fixed(Int64)

  package var now: Int64 {
    switch self {
    case .system: Int64(time(nil))
    case .fixed(let seconds): seconds
    }
  }

  /// The same in milliseconds, which asking costs more.
  package var milliseconds: Int64 {
    switch self {
    case .system: time(on: CLOCK_REALTIME) / 1_000_000
    case .fixed(let seconds): seconds * 1000
    }
  }
}

/// A clock's time in nanoseconds.
func time(on clock: clockid_t) -> Int64 {
  var reading = timespec()
  unsafe clock_gettime(clock, &reading)
  return Int64(reading.tv_sec) * 1_000_000_000 + Int64(reading.tv_nsec)
}
