// The life of a server: socket first, then documents, then requests, until it is told to stop.

import Foundation
import HTTP
import HTTPServer
import Loading
import Platform
import Reports
import ReportsAPI

/// Joins store, API and server.
struct Service {
  private let settings: ServeSettings
  private let store = SnapshotStore()

  init(settings: ServeSettings) { self.settings = settings }

  /// Serves until SIGTERM or SIGINT, then drains.
  func run() throws(Failure) {
    let files = try PublicFolder.read(settings.publicFolder)
    let listener = try listen()
    do throws(SystemError) {
      let server = try start(listener, files)
      let address = address(of: listener)
      try Threads.start { load(address) }
      _ = Signals.waitForStop()
      try Threads.start { endAtSecondSignal() }
      server.stop()
      server.waitUntilStopped()
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  /// Whoever asks twice does not want to wait for what is in flight.
  private func endAtSecondSignal() {
    exit(128 + Signals.waitForStop())
  }

  private func listen() throws(Failure) -> Listener {
    do throws(SystemError) {
      return try Listener(host: settings.host, port: settings.port)
    } catch {
      throw Failure(
        message: "cannot listen on \(settings.host) port \(settings.port): \(error.reason)")
    }
  }

  private func start(
    _ listener: Listener, _ files: [String: PublicFile]
  ) throws(SystemError) -> Server {
    let metrics = ServerMetrics(loops: settings.loops)
    let clock = settings.clock
    var site = Site(
      store: store, version: Program.version, now: { clock.now },
      read: { ReportEntry($0, gazetteer: $1) }, serverMetrics: { metrics.metrics })
    site.publicURL = settings.publicURL
    site.publicFiles = files
    let shared = site
    return try Server(
      listener: listener, metrics: metrics, limits: limits, clock: clock, sharing: settings.sharing
    ) { ReportsResponder(site: shared) }
  }

  /// Connections leave some descriptors for files, pollers and whatever else is opened, and an eighth
  /// for those that are told to come again.
  private var limits: Limits {
    var limits = settings.limits
    let spare = Machine.raiseDescriptorLimit() - Self.reservedDescriptors - 3 * settings.loops
    limits.connections = max(1, min(limits.connections, spare / 8 * 7))
    return limits
  }

  private static let reservedDescriptors = 32

  private func address(of listener: Listener) -> String {
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    return "http://\(host):\(listener.port)"
  }

  // MARK: - Loading

  /// Runs beside the server; a failure here ends the program.
  private func load(_ address: String) {
    do throws(Failure) {
      let started = Instant.now
      let outcome = try loadDocuments()
      store.publish(outcome.snapshot)
      Machine.releaseFreeMemory()
      let line = ReadyLine(
        address: address, outcome: outcome, seconds: Instant.now.seconds(since: started))
      try line.announce(in: settings.readyFile)
    } catch {
      StandardError.write("dateline: \(error.message)\n")
      exit(1)
    }
  }

  private func loadDocuments() throws(Failure) -> LoadOutcome {
    var progress = ProgressLine()
    var loader = Loader(gazetteer: try GazetteerFile.open(settings.gazetteer))
    loader.clock = settings.clock
    loader.settings = [Program.fingerprint, settings.publicURL ?? ""]
    loader.progress = { progress.show($0, $1) }
    defer { progress.clear() }
    do throws(LoadFailure) {
      return try loader.load(settings.documents)
    } catch {
      throw Failure(message: "\(error)")
    }
  }
}
