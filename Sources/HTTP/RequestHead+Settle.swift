// What the fields together say: host, body framing, persistence. RFC 9112 sections 3.2, 6 and 9.

/// How often the fields have come that may come once, and what all lines of a list have said.
struct FieldTally {
  var hosts = 0
  var lengths = 0
  var codings = 0
  var contentTypes = 0
  var isToClose = false
}

extension RequestHead {
  /// Takes in one field as soon as its line is whole, so that a fault is told without waiting for
  /// the rest.
  mutating func settle(
    _ line: FieldLine, _ bytes: Span<UInt8>, _ tally: inout FieldTally, _ limits: Limits
  ) throws(Interruption) {
    switch line.known {
    case .host:
      tally.hosts += 1
      try settleHost(bytes, line.value)
      if tally.hosts > 1 { throw .invalid(.severalHosts) }
    case .contentLength:
      tally.lengths += 1
      framing = .sized(try contentLength(bytes.extracting(line.value), limits))
      if tally.lengths > 1 { throw .invalid(.severalContentLengths) }
    case .transferEncoding:
      tally.codings += 1
      try settleCoding(bytes.extracting(line.value))
      if tally.codings > 1 { throw .invalid(.unsupportedEncoding) }
    case .connection:
      settleConnection(bytes, line.value, &tally)
    case .contentType:
      tally.contentTypes += 1
      if tally.contentTypes > 1 { throw .invalid(.severalContentTypes) }
    case .expect:
      try settleExpectation(bytes.extracting(line.value))
    default:
      break
    }
    if tally.lengths > 0, tally.codings > 0 { throw .invalid(.lengthAndEncoding) }
  }

  /// An absolute target's authority goes before `Host`, RFC 9112 section 3.2.2; an empty `Host`
  /// would leave the target of an http request without one, which is invalid.
  private mutating func settleHost(_ bytes: Span<UInt8>, _ value: Range<Int>) throws(Interruption) {
    if !bytes.extracting(value).isHost { throw .invalid(.invalidHost) }
    if authority.isEmpty { authority = value }
  }

  /// Digits only, and no more than the server takes; a number of more than 63 bits is none that
  /// anybody could mean, RFC 9110 section 8.6.
  private func contentLength(
    _ value: Span<UInt8>, _ limits: Limits
  ) throws(Interruption) -> Int {
    if value.isEmpty { throw .invalid(.invalidContentLength) }
    var length = 0
    var isExact = true
    for index in value.indices {
      guard Byte.isDigit(value[index]) else { throw .invalid(.invalidContentLength) }
      let (tens, isFull) = length.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tens.addingReportingOverflow(Int(value[index] - Byte.zero))
      (length, isExact) = (sum, isExact && !isFull && !isOver)
    }
    if !isExact { throw .invalid(.invalidContentLength) }
    if length > limits.bodyBytes { throw .invalid(.bodyTooLarge) }
    return length
  }

  private mutating func settleCoding(_ value: Span<UInt8>) throws(Interruption) {
    if minorVersion == 0 { throw .invalid(.encodingInHTTP10) }
    if !value.equalsIgnoringCase("chunked") { throw .invalid(.unsupportedEncoding) }
    framing = .chunked
  }

  /// Whoever says `close` once means it, whatever the other lines say, RFC 9112 section 9.3.
  private mutating func settleConnection(
    _ bytes: Span<UInt8>, _ value: Range<Int>, _ tally: inout FieldTally
  ) {
    var closes = tally.isToClose
    var keeps = false
    bytes.forEachListElement(in: value) { option in
      closes = closes || option.equalsIgnoringCase("close")
      keeps = keeps || option.equalsIgnoringCase("keep-alive")
    }
    tally.isToClose = closes
    if closes { keepsAlive = false } else if keeps, method != .connect { keepsAlive = true }
  }

  /// HTTP/1.0 has no interim answers, RFC 9110 section 10.1.1.
  private mutating func settleExpectation(_ value: Span<UInt8>) throws(Interruption) {
    if !value.equalsIgnoringCase("100-continue") { throw .invalid(.unsupportedExpectation) }
    expectsContinue = minorVersion == 1
  }
}
