// Which answers are made on the loop, and which by the pool.

import HTTP

extension Reply {
  /// Records of a page that is written on the loop: some milliseconds' worth.
  static let inlineRecords = 100

  /// The answer at once, or work for the pool where making it would hold up the other connections of
  /// its loop.
  static func inline(
    unless isLong: Bool, _ make: @escaping @Sendable () throws(Problem) -> Response
  ) throws(Problem) -> Reply {
    if !isLong { return .response(try make()) }
    return .job { isCancelled in
      do throws(Problem) {
        // Nobody reads the answer to a job that was called off.
        if isCancelled() { throw .unavailable("The client has left.", retryAfterSeconds: 1) }
        return try make()
      } catch {
        return error.response
      }
    }
  }
}
