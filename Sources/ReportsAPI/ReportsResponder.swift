// From a request to an answer, on one loop's thread.

package import HTTP
import Reports

/// Answers requests from the newest snapshot.
package final class ReportsResponder: Responder {
  private let site: Site
  private var snapshot: Snapshot?
  private var seenChanges = 0

  package init(site: Site) { self.site = site }

  /// The names of the routes that answers tell, by their numbers.
  package static var routeNames: [String] { Routes.names }

  package func refresh() -> Bool {
    let changes = site.store.changeCount
    if changes == seenChanges { return false }
    seenChanges = changes
    snapshot = site.store.snapshot
    return true
  }

  package func reply(to request: Request) -> Reply {
    var route = Routes.other
    do throws(Problem) {
      return try answer(request, &route).on(route)
    } catch {
      return .response(error.response.on(route))
    }
  }

  /// - Parameter route: becomes the route that answered, or the last that was tried.
  private func answer(
    _ request: Request, _ route: inout RouteNumber
  ) throws(Problem) -> Reply {
    if request.method == .unknown {
      throw Problem(.notImplemented, "Nobody defines this method.")
    }
    guard let snapshot else {
      return .response(try answerBeforeReady(request, &route))
    }
    if request.method == .options, request.target == "*" {
      return .response(Self.options(Routes.router.allow))
    }
    let call = Call(request: request, snapshot: snapshot, site: site)
    do throws(Problem) {
      return try Self.answerWholePath(call, &route)
    } catch {
      if error.status == .notFound, let reply = try Self.answerPathWithoutEnding(call, &route) {
        return reply
      }
      throw error
    }
  }

  private static func answerWholePath(
    _ call: Call, _ number: inout RouteNumber
  ) throws(Problem) -> Reply {
    if let (route, values) = Routes.router.match(call.request.path) {
      number = route.number
      return try answer(call, route, values)
    }
    if let file = PublicFile.find(call) {
      number = Routes.file
      return .response(try file.answer(call))
    }
    throw notFound(call.request)
  }

  /// Nil where the path's end asks for no format, or for one that the rest does not have.
  private static func answerPathWithoutEnding(
    _ call: Call, _ number: inout RouteNumber
  ) throws(Problem) -> Reply? {
    guard let (format, path) = Format.ending(call.request.path),
      let (route, values) = Routes.router.match(path), route.target.formats.contains(format)
    else { return nil }
    var call = call
    call.pathFormat = format
    number = route.number
    return try answer(call, route, values)
  }

  private static func answer(
    _ call: Call, _ route: Route<Handler>, _ values: [String]
  ) throws(Problem) -> Reply {
    let method = call.request.method
    if method == .options { return .response(options(route.allow)) }
    if !route.answers(method) { throw .methodNotAllowed(route.allow) }
    return try route.target.reply(call, values)
  }

  private func answerBeforeReady(
    _ request: Request, _ number: inout RouteNumber
  ) throws(Problem) -> Response {
    let route = Routes.router.match(request.path)?.route
    if let route { number = route.number }
    guard let route, Routes.answerBeforeReady.contains(route.pattern) else {
      throw .unavailable("The documents are still being loaded.", retryAfterSeconds: 1)
    }
    if request.method == .options { return Self.options(route.allow) }
    if !route.answers(request.method) { throw .methodNotAllowed(route.allow) }
    if route.pattern == ChangeStream.pattern {
      return try ChangeStream.answer(beforeReady: request, site)
    }
    _ = try Parameters(request.query, allowed: [])
    return Health.alive
  }

  private static func options(_ allow: String) -> Response {
    Response(.noContent, fields: [Field("Allow", allow)])
  }

  private static func notFound(_ request: Request) -> Problem {
    let path = "/" + request.path.joined(separator: "/")
    let known = Routes.router.routes.map(\.pattern).filter { !$0.contains("{") }
    return Problem(
      .notFound, "There is nothing at “\(path)”.",
      nearest: Spelling.nearest(to: path, among: known))
  }
}
