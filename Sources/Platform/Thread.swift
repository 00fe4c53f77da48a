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

  /// Lets the calling thread rest.
  package static func pause(seconds: Double) { usleep(UInt32(seconds * 1e6)) }

  private final class Start: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
