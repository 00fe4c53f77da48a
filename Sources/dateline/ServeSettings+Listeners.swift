// From settings to sockets.

import Foundation
import Platform

extension ServeSettings {
  /// Opens every socket, so that a mistaken address is told before any document is read.
  ///
  /// Sockets that were handed over stand in place of `host` and `port`; what `listen` names is opened
  /// beside them.
  func openListeners() throws(Failure) -> [Listener] {
    var listeners = try handedListeners()
    let usual = [ListenAddress.internet(host: host, port: port)]
    for address in listen.isEmpty && listeners.isEmpty ? usual : listen {
      do throws(SystemError) {
        listeners += try Listener.open(address, for: purpose)
      } catch {
        throw Failure(message: "cannot listen on \(address): \(error.reason)")
      }
    }
    return try listeners + redirectListeners(to: listeners)
  }

  private var purpose: Listener.Purpose { tls == nil ? .plain : .secure }

  private func redirectListeners(to secure: [Listener]) throws(Failure) -> [Listener] {
    guard let address = tlsRedirect else { return [] }
    guard let port = secure.first(where: { $0.port > 0 })?.port else {
      throw Failure(message: "\(Setting.tlsRedirect.flag): there is no port to send anybody to")
    }
    do throws(SystemError) {
      return try Listener.open(address, for: .redirect(to: port))
    } catch {
      throw Failure(message: "cannot listen on \(address): \(error.reason)")
    }
  }

  private func handedListeners() throws(Failure) -> [Listener] {
    do throws(SystemError) {
      return try HandedSockets.take(ProcessInfo.processInfo.environment, for: purpose)
    } catch {
      throw Failure(message: "cannot listen on \(error)")
    }
  }

  /// What can be told without reading: that a document's path leads nowhere, or the ready file's.
  func checkPaths() throws(Failure) {
    for path in documents where !FileManager.default.fileExists(atPath: path) {
      throw Failure(message: "\(path): there is no such folder or file")
    }
    guard let readyFile else { return }
    let folder = URL(fileURLWithPath: readyFile).deletingLastPathComponent().path
    if !FileManager.default.isWritableFile(atPath: folder) {
      throw Failure(message: "\(readyFile): the ready file cannot be written")
    }
  }
}
