// The life of a server: sockets first, then documents, then requests, until it is told to stop.

import Foundation
import Gazetteer
import HTTP
import HTTPServer
import Journal
import Loading
import Platform
import Reports
import ReportsAPI
import TLS

/// Joins store, API and server.
struct Service {
  private let settings: ServeSettings
  private let store = SnapshotStore()
  private let changes: ChangeLog
  private let manager = ServiceManager(ProcessInfo.processInfo.environment)

  init(settings: ServeSettings) {
    self.settings = settings
    changes = ChangeLog(
      after: Int64(Date().timeIntervalSince1970 * 1_000_000), keeping: settings.limits.changesKept)
  }

  /// Serves until SIGTERM or SIGINT, then drains. SIGHUP lets it look at its files again.
  func run() throws(Failure) {
    let files = try PublicFolder.read(settings.publicFolder)
    try settings.checkPaths()
    let identity = try makeIdentity()
    let listeners = try settings.openListeners()
    do throws(SystemError) {
      let requestLog = try RequestLog.start(
        sampling: settings.accessLog, routes: ReportsResponder.routeNames, clock: settings.clock)
      let server = try start(listeners, files, identity, requestLog)
      let documents = LiveDocuments(settings)
      try Threads.start { load(listeners, documents, wake: { server.wake() }) }
      try Threads.start { documents.lookWhenAsked() }
      while Signals.next() == .reload {
        reload(identity)
        documents.reload()
      }
      manager.tell(.stopping)
      try Threads.start { endAtSecondSignal(listeners) }
      server.stop()
      server.waitUntilStopped()
      requestLog.finish()
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  private func makeIdentity() throws(Failure) -> TLSIdentity? {
    guard let files = settings.tls else { return nil }
    do throws(TLSFault) {
      return TLSIdentity(try TLSContext(certificate: files.certificate, key: files.key))
    } catch {
      throw Failure(message: error.description)
    }
  }

  /// Reads certificate and key anew; where that is not possible the old ones stay.
  private func reload(_ identity: TLSIdentity?) {
    guard let identity, let files = settings.tls else { return }
    do throws(TLSFault) {
      try identity.reload(certificate: files.certificate, key: files.key)
    } catch {
      StandardError.write("dateline: \(error); the certificate that was read before stays\n")
    }
  }

  /// Whoever asks twice does not want to wait for what is in flight.
  private func endAtSecondSignal(_ listeners: [Listener]) {
    while true {
      if case .stop(let signal) = Signals.next() { end(128 + signal, listeners) }
    }
  }

  /// Ends the program at once, and leaves no socket in the file system.
  private func end(_ status: Int32, _ listeners: [Listener]) -> Never {
    listeners.forEach { $0.stop() }
    exit(status)
  }

  private func start(
    _ listeners: [Listener], _ files: [String: PublicFile], _ identity: TLSIdentity?,
    _ log: ServerLog
  ) throws(SystemError) -> Server {
    let metrics = ServerMetrics(
      loops: settings.loops, routes: ReportsResponder.routeNames, log: log)
    let clock = settings.clock
    var site = Site(
      store: store, changes: changes, version: Program.version, now: { clock.now },
      read: { ReportEntry($0, gazetteer: $1) },
      serverMetrics: { metrics.metrics + ProcessMetrics.all })
    site.publicURL = settings.publicURL
    site.publicFiles = files
    let shared = site
    return try Server(
      listeners: listeners, metrics: metrics, limits: limits, clock: clock,
      sharing: settings.sharing, trusted: settings.trustedProxies,
      identity: identity, log: log
    ) {
      ReportsResponder(site: shared)
    }
  }

  /// Connections leave some descriptors for files, pollers and whatever else is opened, and an eighth
  /// for those that are told to come again.
  private var limits: Limits {
    var limits = settings.limits
    let descriptors = Machine.raiseDescriptorLimit()
    let spare = descriptors - Self.reservedDescriptors - 3 * settings.loops
    let most = max(1, spare / 8 * 7)
    if most < limits.connections {
      StandardError.write(
        "dateline: at most \(most) connections, not \(limits.connections): the system gives "
          + "\(descriptors) descriptors (ulimit -n)\n")
      limits.connections = most
    }
    return limits
  }

  private static let reservedDescriptors = 32

  // MARK: - Loading

  /// Runs beside the server; a failure here ends the program.
  private func load(
    _ listeners: [Listener], _ documents: LiveDocuments, wake: @escaping @Sendable () -> Void
  ) {
    do throws(Failure) {
      let loader = try loader()
      let watcher = documents.watch(loader.source)
      let library = try begin(listeners, documents, loader, wake)
      if let watcher { documents.follow(library, watcher) }
    } catch {
      StandardError.write("dateline: \(error.message)\n")
      end(1, listeners)
    }
  }

  /// Loads the documents and says so.
  private func begin(
    _ listeners: [Listener], _ documents: LiveDocuments, _ loader: Loader,
    _ wake: @escaping @Sendable () -> Void
  ) throws(Failure) -> Library {
    let started = Instant.now
    let journal = try openJournal(loader.gazetteer)
    let outcome = try loadDocuments(loader)
    store.publish(try goOn(journal, outcome.snapshot))
    wake()
    let writer = StoreWriter(
      store: store, log: changes, clock: settings.clock, keeper: journal, published: wake)
    let library = documents.begin(loader.source, outcome, writer)
    Machine.releaseFreeMemory()
    Machine.returnLargeBlocks()
    let line = ReadyLine(
      addresses: addresses(listeners), outcome: outcome,
      seconds: Instant.now.seconds(since: started))
    try line.announce(in: settings.readyFile)
    manager.tell(.ready)
    return library
  }

  private func openJournal(_ gazetteer: Gazetteer) throws(Failure) -> Journal? {
    guard let path = settings.changeLog else { return nil }
    do throws(JournalFault) {
      return try Journal(
        path, reader: String(gazetteer.fingerprint), start: changes.last,
        keeping: settings.limits.changesKept)
    } catch {
      throw Failure(message: error.description)
    }
  }

  /// Tells what has changed since the journal last knew; the snapshot that has it.
  private func goOn(_ journal: Journal?, _ snapshot: Snapshot) throws(Failure) -> Snapshot {
    guard let journal else { return snapshot }
    do throws(JournalFault) {
      let missed = try journal.begin(with: snapshot.digests)
      if !missed.isEmpty { StandardError.write(LiveDocuments.line(missed)) }
      let known = try journal.changes()
      changes.restore(known.changes, last: known.last)
      return snapshot.numbered(known.last)
    } catch {
      throw Failure(message: error.description)
    }
  }

  /// Each once: a name that has several addresses is one to clients.
  private func addresses(_ listeners: [Listener]) -> [String] {
    var addresses: [String] = []
    for listener in listeners where !addresses.contains(listener.address) {
      addresses.append(listener.address)
    }
    return addresses
  }

  private func loader() throws(Failure) -> Loader {
    var loader = Loader(gazetteer: try GazetteerFile.open(settings.gazetteer))
    loader.clock = settings.clock
    loader.changeNumber = changes.last
    loader.settings = [Program.fingerprint, settings.publicURL ?? ""]
    return loader
  }

  private func loadDocuments(_ loader: Loader) throws(Failure) -> LoadOutcome {
    var progress = ProgressLine()
    var loader = loader
    loader.progress = { progress.show($0, $1) }
    defer { progress.clear() }
    do throws(LoadFailure) {
      return try loader.load(settings.documents)
    } catch {
      throw Failure(message: "\(error)")
    }
  }
}
