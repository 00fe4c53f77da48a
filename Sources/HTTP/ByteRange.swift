// Ranges of bytes, RFC 9110 section 14.

/// One range that a client asks for.
package enum ByteRange: Equatable, Sendable {
  /// `first-last`, both included, or `first-`.
  case from(Int, through: Int?)
  /// `-length`
  case suffix(Int)

  /// Nil for what is to be ignored: another unit, malformed, or several ranges. A server may ignore
  /// `Range` (section 14.2), and to several ranges the whole is the answer that every client can
  /// read; parts of it in a multipart body are asked for by hardly any.
  package init?(field value: Span<UInt8>) {
    let unit: StaticString = "bytes="
    let start = unit.utf8CodeUnitCount
    guard value.count > start, value.extracting(0..<start).equalsIgnoringCase(unit) else {
      return nil
    }
    var count = 0
    var range: ByteRange?
    value.forEachListElement(in: start..<value.count) { element in
      count += 1
      range = ByteRange(element)
    }
    guard count == 1, let range else { return nil }
    self = range
  }

  private init?(_ element: Span<UInt8>) {
    var at = 0
    let first = Self.number(element, &at)
    guard at < element.count, element[at] == UInt8(ascii: "-") else { return nil }
    at += 1
    let last = Self.number(element, &at)
    guard at == element.count else { return nil }
    switch (first, last) {
    case (nil, nil): return nil
    case (nil, let length?): self = .suffix(length)
    case (let first?, let last):
      if let last, last < first { return nil }
      self = .from(first, through: last)
    }
  }

  /// Nil where no digit stands; what no file is long enough for is as good as the greatest number.
  private static func number(_ bytes: Span<UInt8>, _ at: inout Int) -> Int? {
    let start = at
    var number = 0
    while at < bytes.count, Byte.isDigit(bytes[at]) {
      number = min(number * 10 + Int(bytes[at] - Byte.zero), .max / 16)
      at += 1
    }
    return at == start ? nil : number
  }

  /// The bytes of a content of this length; nil where it has none of them.
  package func bytes(of length: Int) -> Range<Int>? {
    switch self {
    case .from(let first, let last):
      first < length ? first..<(min(last ?? length, length - 1) + 1) : nil
    case .suffix(let count):
      count > 0 ? max(0, length - count)..<length : nil
    }
  }
}

extension RequestHead {
  /// The range that a GET asks for; other methods have none, RFC 9110 section 14.2.
  func range(_ bytes: Span<UInt8>) -> ByteRange? {
    guard method == .get, let line = onlyLine(.range) else { return nil }
    return ByteRange(field: bytes.extracting(line))
  }
}
