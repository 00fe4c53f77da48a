// A request's line and fields, as ranges of the bytes that they were read from.

/// One field line.
package struct FieldLine: Equatable, Sendable {
  package let known: KnownField
  package let name: Range<Int>
  /// Without the white space around it.
  package let value: Range<Int>
}

/// How a request's body ends, RFC 9112 section 6.3.
package enum BodyFraming: Equatable, Sendable {
  case none
  case sized(Int)
  case chunked
}

/// A parsed head. It is used again for every request of a loop, so that parsing allocates nothing;
/// its ranges mean the bytes that were given to `parse`, and nothing once those are gone.
package struct RequestHead: Equatable, Sendable {
  package internal(set) var method = Method.get
  /// The target's path, percent-encoded as it came; `*` for `OPTIONS *`.
  package internal(set) var path = 0..<0
  /// What follows the `?`, without a fragment; empty where there is none.
  package internal(set) var query = 0..<0
  /// Host and port, from an absolute target, else from `Host`; empty where neither names one.
  package internal(set) var authority = 0..<0
  /// 0 or 1, for HTTP/1.0 and HTTP/1.1.
  package internal(set) var minorVersion = 1
  package internal(set) var fields: [FieldLine] = []
  /// The known fields among them.
  package internal(set) var named: FieldSet = []
  /// Whether the target is an `https` URL.
  package internal(set) var asksForTLS = false
  /// Whether it came by TLS; whoever parses knows.
  package var isSecure = false
  package internal(set) var framing = BodyFraming.none
  /// Whether the peer wants the connection kept, RFC 9112 section 9.3.
  package internal(set) var keepsAlive = true
  /// Whether the peer waits for `100 Continue` before it sends the body.
  package internal(set) var expectsContinue = false
  /// Whether something in it is in no standard, and yet can only mean one thing: it is answered
  /// once, and whatever follows it is not read.
  var isLoose = false

  package init() {}

  /// A field's value where there is one line of it, or nil.
  package func onlyLine(_ field: KnownField) -> Range<Int>? {
    guard named.contains(FieldSet(field)) else { return nil }
    var found: Range<Int>?
    for line in fields where line.known == field {
      if found != nil { return nil }
      found = line.value
    }
    return found
  }

  /// Whether a line of a field is one that `holds` accepts.
  package func hasLine(_ field: KnownField, where holds: (Range<Int>) -> Bool) -> Bool {
    for line in fields where line.known == field && holds(line.value) { return true }
    return false
  }

  /// The value of the first line of a field, by its name in small letters.
  package func first(_ lowercase: StaticString, in bytes: Span<UInt8>) -> Range<Int>? {
    for line in fields where bytes.extracting(line.name).equalsIgnoringCase(lowercase) {
      return line.value
    }
    return nil
  }

  /// A field's value, or nil. Several lines are one list, RFC 9110 section 5.3.
  package func value(_ field: KnownField, in bytes: Span<UInt8>) -> String? {
    var lines: [String] = []
    for line in fields where line.known == field {
      lines.append(String(utf8: bytes.extracting(line.value)))
    }
    return lines.isEmpty ? nil : lines.joined(separator: ", ")
  }
}
