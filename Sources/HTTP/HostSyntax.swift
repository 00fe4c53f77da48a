// What may stand as a host in `Host` and in an absolute target, RFC 3986 section 3.2.2.

extension Span where Element == UInt8 {
  /// Whether the bytes are `host [":" port]` with a host that is not empty: an http URI without one
  /// is invalid, RFC 9110 section 4.2.1.
  var isHost: Bool {
    guard let end = self.first == UInt8(ascii: "[") ? endOfLiteral : endOfName else { return false }
    return end == count || isPort(extracting(end..<count))
  }

  private var first: UInt8? { isEmpty ? nil : self[0] }

  /// Behind an IPv6 address in brackets. A zone has no meaning to anybody else, RFC 6874 section 4.
  private var endOfLiteral: Int? {
    var end = 1
    while end < count, self[end] != UInt8(ascii: "]") { end += 1 }
    return end < count && extracting(1..<end).isIPv6 ? end + 1 : nil
  }

  /// Behind a name or an IPv4 address.
  private var endOfName: Int? {
    var end = 0
    while end < count, ByteSet.host.contains(self[end]) {
      if self[end] == UInt8(ascii: "%"), !isEscape(at: end) { return nil }
      end += 1
    }
    return end == 0 ? nil : end
  }

  private func isEscape(at index: Int) -> Bool {
    index + 2 < count && ByteSet.hexadecimal.contains(self[index + 1])
      && ByteSet.hexadecimal.contains(self[index + 2])
  }

  /// A colon and a number that TCP has; no digit means the scheme's port.
  private func isPort(_ bytes: Span<UInt8>) -> Bool {
    if bytes[0] != Byte.colon { return false }
    return bytes.count == 1 || bytes.decimal(in: 1..<bytes.count, upTo: 65535)
  }

  /// Whether the range is a decimal number of at most `limit`; zeros may lead.
  private func decimal(in range: Range<Int>, upTo limit: Int) -> Bool {
    var value = 0
    for index in range {
      guard Byte.isDigit(self[index]) else { return false }
      value = value * 10 + Int(self[index] - Byte.zero)
      if value > limit { return false }
    }
    return !range.isEmpty
  }
}

// MARK: - IPv6

extension Span where Element == UInt8 {
  /// Eight groups of up to four digits, one run of them left out as `::`, the last two perhaps
  /// written as an IPv4 address.
  fileprivate var isIPv6: Bool {
    var groups = 0
    var isShortened = isDoubleColon(at: 0)
    var at = isShortened ? 2 : 0
    while at < count {
      let end = endOfGroup(from: at)
      if end < count, self[end] == UInt8(ascii: ".") {
        groups += 2
        return extracting(at..<count).isIPv4 && (isShortened ? groups <= 7 : groups == 8)
      }
      guard 1...4 ~= end - at else { return false }
      groups += 1
      at = end
      if at < count, !skipColons(&at, &isShortened) { return false }
    }
    return isShortened ? groups <= 7 : groups == 8
  }

  private func endOfGroup(from start: Int) -> Int {
    var end = start
    while end < count, ByteSet.hexadecimal.contains(self[end]) { end += 1 }
    return end
  }

  private func isDoubleColon(at index: Int) -> Bool {
    index + 1 < count && self[index] == Byte.colon && self[index + 1] == Byte.colon
  }

  /// Takes one colon with a group behind it, or the only pair.
  private func skipColons(_ at: inout Int, _ isShortened: inout Bool) -> Bool {
    if isDoubleColon(at: at) {
      if isShortened { return false }
      isShortened = true
      at += 2
      return true
    }
    at += 1
    return self[at - 1] == Byte.colon && at < count
  }

  /// Four numbers of at most 255, without zeros ahead, which some read as octal.
  private var isIPv4: Bool {
    var numbers = 0
    var start = 0
    for index in 0...count where index == count || self[index] == UInt8(ascii: ".") {
      let isPadded = index - start > 1 && self[start] == Byte.zero
      guard decimal(in: start..<index, upTo: 255), !isPadded else { return false }
      numbers += 1
      start = index + 1
    }
    return numbers == 4
  }
}
