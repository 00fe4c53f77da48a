// The request line, RFC 9112 section 3: a method, a target, a version.

extension RequestHead {
  /// Reads a line of at most so many bytes as the limit says, its end included.
  mutating func readRequestLine(
    _ bytes: Span<UInt8>, _ at: inout Int, _ ending: inout LineEnding, _ limits: Limits
  ) throws(Interruption) {
    let start = at
    let line = bytes.extracting(0..<min(bytes.count, at + limits.requestLineBytes))
    do throws(Interruption) {
      try readWords(line, &at, &ending)
    } catch .incomplete {
      throw line.count < bytes.count ? .invalid(excess(of: line, from: start)) : .incomplete
    }
  }

  /// What is too long in a line that does not end: RFC 9112 section 3 has a status for a method.
  private func excess(of line: Span<UInt8>, from start: Int) -> Violation {
    for index in start..<line.count where !ByteSet.token.contains(line[index]) {
      return .requestLineTooLong
    }
    return .methodTooLong
  }

  private mutating func readWords(
    _ bytes: Span<UInt8>, _ at: inout Int, _ ending: inout LineEnding
  ) throws(Interruption) {
    let name = try scan(.token, bytes, &at)
    if name.isEmpty || bytes[at] != Byte.space { throw .invalid(.invalidMethod) }
    method = Method(name: bytes.extracting(name))
    isLoose = method == .unknown
    try skipSpaces(bytes, &at)
    let target = try scanTarget(bytes, &at)
    if target.isEmpty || bytes[at] != Byte.space { throw .invalid(.invalidTarget) }
    try splitTarget(bytes, target)
    try skipSpaces(bytes, &at)
    try readVersion(bytes, &at)
    if try !readLineEnd(bytes, &at, &ending) { throw .invalid(.invalidRequestLine) }
  }

  /// What no URI has should be escaped; curl sends it as it is typed.
  @inline(__always)
  private mutating func scanTarget(
    _ bytes: Span<UInt8>, _ at: inout Int
  ) throws(Interruption) -> Range<Int> {
    let start = at
    _ = try scan(.uri, bytes, &at)
    if bytes[at] != Byte.space {
      isLoose = true
      _ = try scan(.target, bytes, &at)
    }
    return start..<at
  }

  /// One space parts the words; several may be taken for one, RFC 9112 section 3.
  @inline(__always)
  private mutating func skipSpaces(
    _ bytes: Span<UInt8>, _ at: inout Int
  ) throws(Interruption) {
    at += 1
    while at < bytes.count, bytes[at] == Byte.space {
      isLoose = true
      at += 1
    }
    if at == bytes.count { throw .incomplete }
  }

  /// `HTTP/1.1`: the name is case-sensitive, one digit on each side, RFC 9112 section 2.3. A later
  /// minor version is treated as 1.1, RFC 9110 section 2.5.
  private mutating func readVersion(_ bytes: Span<UInt8>, _ at: inout Int) throws(Interruption) {
    let prefix: StaticString = "HTTP/"
    for index in 0..<prefix.utf8CodeUnitCount {
      if at == bytes.count { throw .incomplete }
      if unsafe bytes[at] != prefix.utf8Start[index] { throw .invalid(.invalidVersion) }
      at += 1
    }
    let major = try readDigit(bytes, &at)
    if at == bytes.count { throw .incomplete }
    if bytes[at] != UInt8(ascii: ".") { throw .invalid(.invalidVersion) }
    at += 1
    let minor = try readDigit(bytes, &at)
    if major != 1 { throw .invalid(.unsupportedVersion) }
    if at == bytes.count { throw .incomplete }
    if Byte.isDigit(bytes[at]) { throw .invalid(.invalidVersion) }
    minorVersion = min(minor, 1)
    keepsAlive = minorVersion == 1 && method != .connect
  }

  private func readDigit(_ bytes: Span<UInt8>, _ at: inout Int) throws(Interruption) -> Int {
    if at == bytes.count { throw .incomplete }
    guard Byte.isDigit(bytes[at]) else { throw .invalid(.invalidVersion) }
    at += 1
    return Int(bytes[at - 1] - Byte.zero)
  }
}
