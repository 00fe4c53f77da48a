// What a client may send to be read.

import Documents
import HTTP

/// The media types of a document that is sent.
enum SentForm: String, CaseIterable {
  case text = "text/plain"
  case json = "application/json"

  private static let charsets = ["utf-8", "us-ascii"]

  /// - Throws: 415 for no type, another type, or a text that is said not to be UTF-8.
  init(contentType: String?) throws(Problem) {
    let parts = (contentType ?? "").split(separator: ";").map {
      $0.filter { !$0.isWhitespace && $0 != "\"" }.lowercased()
    }
    guard let type = parts.first, let form = Self(rawValue: type) else {
      throw Self.unsupported("not “\(contentType?.prefix(80) ?? "")”", contentType)
    }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }?.dropFirst(8)
    if let charset, !Self.charsets.contains(String(charset)) {
      throw Self.unsupported("in UTF-8, not in “\(charset.prefix(80))”", contentType)
    }
    self = form
  }

  /// - Throws: 413 for a document that is too large, 400 for one that cannot be read.
  func document(_ body: [UInt8]) throws(Problem) -> Document {
    do throws(Unreadable) {
      switch self {
      case .text: return try SentDocument.text(body)
      case .json: return try SentDocument.json(body)
      }
    } catch {
      throw problem(error)
    }
  }

  private func problem(_ fault: Unreadable) -> Problem {
    let detail = "The document cannot be read: \(fault.reason)."
    if case .tooLarge = fault { return Problem(.contentTooLarge, detail) }
    return switch self {
    case .text: Problem(.badRequest, detail)
    case .json:
      Problem(
        .badRequest, detail + " A body is one JSON object with “text”.",
        allowed: SentDocument.keys)
    }
  }

  /// RFC 9110 section 15.5.16: `Accept` says what would be taken.
  private static func unsupported(_ fault: String, _ contentType: String?) -> Problem {
    let allowed = allCases.map(\.rawValue)
    let asked = "The body is to be \(allowed.joined(separator: " or "))"
    let detail =
      contentType == nil ? asked + "; the request has no Content-Type." : "\(asked), \(fault)."
    var problem = Problem(.unsupportedMediaType, detail, allowed: allowed)
    problem.fields = [Field("Accept", allowed.joined(separator: ", "))]
    return problem
  }
}
