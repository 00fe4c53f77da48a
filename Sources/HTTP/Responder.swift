// What the server asks of the program that it serves.

/// Answers requests on one event loop's thread, so it needs no lock for what it keeps.
package protocol Responder: AnyObject {
  /// Called once a turn of the loop, before its requests; true when answers that were given
  /// before no longer hold.
  func refresh() -> Bool

  func reply(to request: Request) -> Reply
}
