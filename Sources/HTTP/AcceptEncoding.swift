// Whether a client wants gzip, RFC 9110 section 12.5.3.

/// How the content of an answer is sent.
package enum ContentCoding: Equatable, Sendable {
  case identity, gzip
}

/// What the elements of `Accept-Encoding` say of the codings that the server has, in thousandths;
/// nil of those that are not named.
private struct CodingWeights {
  var gzip: Int?
  var identity: Int?
  var others: Int?

  /// Takes one element; what is not `coding [";" "q=" weight]` says nothing.
  mutating func take(_ element: Span<UInt8>) {
    var end = 0
    while end < element.count, element[end] != UInt8(ascii: ";") { end += 1 }
    guard let weight = Weight.read(element.extracting(end..<element.count)) else { return }
    let name = element.extracting(element.trimmed(0..<end))
    if name.equalsIgnoringCase("gzip") || name.equalsIgnoringCase("x-gzip") {
      gzip = max(gzip ?? 0, weight)
    } else if name.equalsIgnoringCase("identity") {
      identity = weight
    } else if name.equals("*") {
      others = weight
    }
  }

  /// A coding that is not named has the weight of `*`; without that, gzip is refused and the plain
  /// form is liked less than whatever is named.
  ///
  /// Where a client refuses both forms it gets the plain one all the same, as RFC 9110 section
  /// 12.4.1 allows: a client that says so by mistake can read it, and the 406 in its place would
  /// be no better coded.
  var prefersGzip: Bool {
    let weight = gzip ?? others ?? 0
    return weight > 0 && weight >= identity ?? others ?? 0
  }
}

extension RequestHead {
  package func coding(_ bytes: Span<UInt8>) -> ContentCoding {
    guard named.contains(FieldSet(.acceptEncoding)) else { return .identity }
    var weights = CodingWeights()
    for line in fields where line.known == .acceptEncoding {
      bytes.forEachListElement(in: line.value) { weights.take($0) }
    }
    return weights.prefersGzip ? .gzip : .identity
  }
}

/// Weights of content negotiation, RFC 9110 section 12.4.2.
enum Weight {
  /// Thousandths of nothing (1000) or of `;q=` and a number from 0 to 1 with up to three decimals;
  /// nil for anything else.
  static func read(_ bytes: Span<UInt8>) -> Int? {
    if bytes.isEmpty { return 1000 }
    let parameter = bytes.extracting(bytes.trimmed(1..<bytes.count))
    guard parameter.count >= 3, Byte.lowered(parameter[0]) == UInt8(ascii: "q"),
      parameter[1] == UInt8(ascii: "=")
    else { return nil }
    return thousandths(parameter.extracting(2..<parameter.count))
  }

  private static func thousandths(_ digits: Span<UInt8>) -> Int? {
    guard Byte.isDigit(digits[0]), digits.count <= 5 else { return nil }
    if digits.count > 1, digits[1] != UInt8(ascii: ".") { return nil }
    var number = Int(digits[0] - Byte.zero)
    for index in 2..<5 {
      let digit = index < digits.count ? digits[index] : Byte.zero
      guard Byte.isDigit(digit) else { return nil }
      number = number * 10 + Int(digit - Byte.zero)
    }
    return number <= 1000 ? number : nil
  }
}
