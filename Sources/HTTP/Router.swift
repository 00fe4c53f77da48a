// Finds the handler of a path.

extension Route: Sendable where Target: Sendable {}
extension Router: Sendable where Target: Sendable {}

/// A route's pattern, its methods and what belongs to it.
package struct Route<Target> {
  /// Segments; `{name}` stands for any one.
  package let pattern: String
  package let methods: [Method]
  package let target: Target
  /// Its place among the routes of its router, from 1 on.
  package fileprivate(set) var number = RouteNumber.none
  fileprivate let segments: [Substring]

  /// HEAD comes with GET, and OPTIONS with everything.
  package init(_ pattern: String, _ methods: [Method] = [.get], to target: Target) {
    self.pattern = pattern
    self.methods = methods
    self.target = target
    segments = pattern.split(separator: "/")
  }

  /// The value of an `Allow` field, RFC 9110 section 10.2.1.
  package var allow: String { Self.allow(methods) }

  fileprivate static func allow(_ methods: [Method]) -> String {
    let heads: [Method] = methods.contains(.get) ? [.head] : []
    return (methods + heads + [.options]).map(\.rawValue).joined(separator: ", ")
  }

  package func answers(_ method: Method) -> Bool {
    methods.contains(method) || (method == .head && methods.contains(.get))
  }
}

/// All routes; the first that fits is taken.
package struct Router<Target> {
  package let routes: [Route<Target>]

  package init(_ routes: [Route<Target>]) {
    var routes = routes
    for index in routes.indices { routes[index].number = RouteNumber(index + 1) }
    self.routes = routes
  }

  /// What the server as a whole allows, for `OPTIONS *`.
  package var allow: String {
    let methods = Set(routes.flatMap(\.methods))
    return Route<Target>.allow(Method.allCases.filter { methods.contains($0) })
  }

  /// The route of a path and the values of its `{name}` segments in order, or nil.
  package func match(_ path: [String]) -> (route: Route<Target>, values: [String])? {
    for route in routes {
      if let values = Self.values(of: route.segments, in: path) { return (route, values) }
    }
    return nil
  }

  private static func values(of segments: [Substring], in path: [String]) -> [String]? {
    guard segments.count == path.count else { return nil }
    var values: [String] = []
    for (segment, part) in zip(segments, path) {
      if segment.first == "{" {
        if part.isEmpty { return nil }
        values.append(part)
      } else if segment != part {
        return nil
      }
    }
    return values
  }
}
