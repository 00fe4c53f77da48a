// From a request to an answer, on one loop's thread.

package import HTTP
import Reports

/// Answers requests from the newest snapshot.
package final class ReportsResponder: Responder {
  private let site: Site
  private var snapshot: Snapshot?
  private var seenChanges = 0

  package init(site: Site) { self.site = site }

  package func refresh() -> Bool {
    let changes = site.store.changeCount
    if changes == seenChanges { return false }
    seenChanges = changes
    snapshot = site.store.snapshot
    return true
  }

  package func reply(to request: Request) -> Reply {
    do throws(Problem) {
      return try answer(request)
    } catch {
      return .response(error.response)
    }
  }

  private func answer(_ request: Request) throws(Problem) -> Reply {
    if request.method == .unknown {
      throw Problem(.notImplemented, "Nobody defines this method.")
    }
    guard let snapshot else { return .response(try Self.answerBeforeReady(request)) }
    if request.method == .options, request.target == "*" {
      return .response(Self.options(Routes.router.allow))
    }
    let call = Call(request: request, snapshot: snapshot, site: site)
    if let (route, values) = Routes.router.match(request.path) {
      if request.method == .options { return .response(Self.options(route.allow)) }
      if !route.answers(request.method) { throw .methodNotAllowed(route.allow) }
      return try route.target.reply(call, values)
    }
    if let file = try PublicFile.answer(call) { return .response(file) }
    throw Self.notFound(request)
  }

  private static func answerBeforeReady(_ request: Request) throws(Problem) -> Response {
    guard let (route, _) = Routes.router.match(request.path),
      route.pattern == Routes.answersBeforeReady
    else {
      throw .unavailable("The documents are still being loaded.", retryAfterSeconds: 1)
    }
    if request.method == .options { return options(route.allow) }
    if !route.answers(request.method) { throw .methodNotAllowed(route.allow) }
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
