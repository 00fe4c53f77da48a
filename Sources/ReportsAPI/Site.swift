// What the API needs to know beside the store.

package import Documents
package import Gazetteer
package import HTTP
package import Reports

/// The same for all loops and all requests.
package struct Site: Sendable {
  package let store: SnapshotStore
  /// What has changed in it.
  package var changes: ChangeLog
  /// Ten thousand followers ask for few different things, at few different places.
  let events = Recent<ChangeEventsKey, ChangeEvents>(capacity: 64)
  /// The program's version.
  package let version: String
  /// The address under which clients see the server, without a slash at its end; nil to take
  /// `Host`.
  package var publicURL: String?
  package var publicFiles: [String: PublicFile] = [:]
  /// Seconds since 1970.
  package var now: @Sendable () -> Int64
  /// Reads a document as loading does.
  package let read: @Sendable (Document, Gazetteer) -> ReportEntry
  /// The server's own counts.
  package let serverMetrics: @Sendable () -> [Metric]

  package init(
    store: SnapshotStore, changes: ChangeLog = ChangeLog(after: 0), version: String,
    now: @escaping @Sendable () -> Int64,
    read: @escaping @Sendable (Document, Gazetteer) -> ReportEntry,
    serverMetrics: @escaping @Sendable () -> [Metric] = { [] }
  ) {
    self.store = store
    self.changes = changes
    self.version = version
    self.now = now
    self.read = read
    self.serverMetrics = serverMetrics
  }
}

/// One request with all that its answer may depend on.
struct Call: Sendable {
  let request: Request
  let snapshot: Snapshot
  let site: Site
  /// The format that the ending of the path asks for, where it is one; `request` has it still.
  var pathFormat: Format?

  /// Refuses every parameter.
  func takeNoParameters() throws(Problem) {
    _ = try Parameters(request.query, allowed: [])
  }
}
