// The files of the public folder, kept as values.

import Digests
import HTTP
import Reports

/// A file that is served as it is.
package struct PublicFile: Sendable {
  package let bytes: [UInt8]
  package let contentType: String
  let etag: EntityTag
  /// Compressed once, as small as can be; nil where it would not be sent.
  private let compressed: [UInt8]?

  /// - Parameter name: its path below the public folder, which tells its type.
  package init(name: String, bytes: [UInt8]) {
    self.bytes = bytes
    let type = Self.mediaType(of: name)
    contentType = type
    let isCompressible = Response(.ok, body: bytes, contentType: type).isCompressible
    compressed = isCompressible ? Response.compressedOnce(bytes) : nil
    var digest = Digest()
    digest.combine(bytes.span)
    etag = EntityTag(opaque: digest.hexadecimal)
  }

  /// The file of a path, or nil.
  static func find(_ call: Call) -> PublicFile? { call.site.publicFiles[name(call)] }

  private static func name(_ call: Call) -> String { call.request.path.joined(separator: "/") }

  func answer(_ call: Call) throws(Problem) -> Response {
    let name = Self.name(call)
    if name != Landing.page { try call.takeNoParameters() }
    let route = Route(name, to: ())
    if call.request.method == .options {
      return Response(.noContent, fields: [Field("Allow", route.allow)])
    }
    if !route.answers(call.request.method) { throw .methodNotAllowed(route.allow) }
    return response(call)
  }

  func response(_ call: Call) -> Response {
    var response = Response(
      .ok, fields: [Field("Cache-Control", "no-cache")], body: bytes, contentType: contentType,
      etag: etag)
    response.lastModified = call.snapshot.made
    response.contentSecurityPolicy = Self.policy
    response.takesRanges = true
    response.compressed = compressed
    response.isCacheable = true
    return response
  }

  /// Scripts, styles, images and answers of our own only, none of them inside a page, and no page
  /// inside others'.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  private static func mediaType(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "ico": "image/x-icon"
    case "txt": "text/plain; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
