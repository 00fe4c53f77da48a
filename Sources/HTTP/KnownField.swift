// The field names that the server acts on.

/// A field's name, as far as it matters; others are read and left alone.
package enum KnownField: UInt8, Sendable {
  case other, host, connection, contentLength, transferEncoding, expect
  case accept, contentType, contentEncoding, acceptEncoding
  case ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince, range, ifRange
  case origin, requestedMethod, requestedHeaders
  case forwarded, forwardedFor, lastEventID

  /// Tells a name by its length first: most need no further comparison.
  init(name: Span<UInt8>) {
    switch name.count {
    case 4 where name.equalsIgnoringCase("host"): self = .host
    case 5 where name.equalsIgnoringCase("range"): self = .range
    case 6 where name.equalsIgnoringCase("accept"): self = .accept
    case 6 where name.equalsIgnoringCase("expect"): self = .expect
    case 6 where name.equalsIgnoringCase("origin"): self = .origin
    case 8 where name.equalsIgnoringCase("if-match"): self = .ifMatch
    case 8 where name.equalsIgnoringCase("if-range"): self = .ifRange
    case 9 where name.equalsIgnoringCase("forwarded"): self = .forwarded
    case 10 where name.equalsIgnoringCase("connection"): self = .connection
    case 12 where name.equalsIgnoringCase("content-type"): self = .contentType
    case 13 where name.equalsIgnoringCase("if-none-match"): self = .ifNoneMatch
    case 13 where name.equalsIgnoringCase("last-event-id"): self = .lastEventID
    case 14 where name.equalsIgnoringCase("content-length"): self = .contentLength
    case 15 where name.equalsIgnoringCase("accept-encoding"): self = .acceptEncoding
    case 15 where name.equalsIgnoringCase("x-forwarded-for"): self = .forwardedFor
    case 16 where name.equalsIgnoringCase("content-encoding"): self = .contentEncoding
    case 17 where name.equalsIgnoringCase("if-modified-since"): self = .ifModifiedSince
    case 17 where name.equalsIgnoringCase("transfer-encoding"): self = .transferEncoding
    case 19 where name.equalsIgnoringCase("if-unmodified-since"): self = .ifUnmodifiedSince
    case 29 where name.equalsIgnoringCase("access-control-request-method"):
      self = .requestedMethod
    case 30 where name.equalsIgnoringCase("access-control-request-headers"):
      self = .requestedHeaders
    default: self = .other
    }
  }
}

/// Some of the known fields; what a head has is told by one comparison.
package struct FieldSet: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package init(_ field: KnownField) { rawValue = 1 << UInt32(field.rawValue) }

  private init(of fields: KnownField...) {
    rawValue = fields.reduce(0) { $0 | FieldSet($1).rawValue }
  }

  /// RFC 9110 section 13.1, all but `If-Range`.
  package static let conditions = FieldSet(
    of: .ifMatch, .ifNoneMatch, .ifModifiedSince, .ifUnmodifiedSince)

  /// Those that choose what of an answer is sent, if anything.
  package static let choosing = conditions.union(FieldSet(of: .acceptEncoding, .range))

  /// Those that matter once an answer is there.
  package static let outlasting = choosing.union(
    FieldSet(of: .ifRange, .origin, .requestedMethod, .requestedHeaders))
}
