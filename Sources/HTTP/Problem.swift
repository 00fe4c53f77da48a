// The one shape of every error, RFC 9457.

import JSON

/// A problem document: what is wrong, where, and what would be right.
package struct Problem: Error, Equatable, Sendable {
  package let status: Status
  package let detail: String
  /// The query parameter or field at fault.
  package let parameter: String?
  /// The nearest valid name or value.
  package let nearest: String?
  /// What is allowed in its place.
  package let allowed: [String]
  package var fields: [Field] = []

  package init(
    _ status: Status, _ detail: String, parameter: String? = nil, nearest: String? = nil,
    allowed: [String] = []
  ) {
    self.status = status
    self.detail = detail
    self.parameter = parameter
    self.nearest = nearest
    self.allowed = allowed
  }

  package init(_ violation: Violation, within limits: Limits) {
    self.init(violation.status, violation.detail(within: limits))
  }

  /// 405 with the methods that the resource has, RFC 9110 section 15.5.6.
  package static func methodNotAllowed(_ allow: String) -> Problem {
    var problem = Problem(
      .methodNotAllowed, "This resource answers \(allow).",
      allowed: allow.split(separator: ",").map { String($0.drop { $0 == " " }) })
    problem.fields = [Field("Allow", allow)]
    return problem
  }

  /// 429 with the time after which the next request is taken, RFC 6585 section 4.
  package static func tooManyRequests(_ detail: String, retryAfterSeconds: Int) -> Problem {
    var problem = Problem(.tooManyRequests, detail)
    problem.fields = [Field("Retry-After", String(retryAfterSeconds))]
    return problem
  }

  /// 503 with the time after which to ask again.
  package static func unavailable(_ detail: String, retryAfterSeconds: Int) -> Problem {
    var problem = Problem(.serviceUnavailable, detail)
    problem.fields = [Field("Retry-After", String(retryAfterSeconds))]
    return problem
  }

  package static let mediaType = "application/problem+json"

  package var response: Response {
    var response = Response(
      status, fields: fields + [Field("Cache-Control", "no-store")], body: json,
      contentType: Self.mediaType)
    if status == .notAcceptable { response.vary = .accept }
    return response
  }

  private var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("type")
      json.string("about:blank")
      json.key("title")
      json.string(status.reason)
      json.key("status")
      json.integer(status.rawValue)
      json.key("detail")
      json.string(detail)
      optional("parameter", parameter, &json)
      optional("nearest", nearest, &json)
      if !allowed.isEmpty {
        json.key("allowed")
        json.array { json in allowed.forEach { json.string($0) } }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func optional(_ key: String, _ value: String?, _ json: inout JSONWriter) {
    guard let value else { return }
    json.key(of: key)
    json.string(value)
  }
}
