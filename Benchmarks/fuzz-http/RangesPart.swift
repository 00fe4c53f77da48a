// Ranges of bytes: whatever is asked for lies in the content.

import HTTP

enum RangesPart {
  static func fault(in input: [UInt8]) -> String? {
    var reader = InputReader(input)
    let length = reader.choice(below: 256) * (1 + reader.choice(below: 256))
    if let range = ByteRange(field: input.span), let bytes = range.bytes(of: length) {
      if bytes.isEmpty || bytes.lowerBound < 0 || bytes.upperBound > length {
        return "\(range) of \(length): \(bytes)"
      }
    }
    let first = reader.choice(below: 256)
    let last = first + reader.choice(below: 256)
    let field = Array("bytes=\(first)-\(last)".utf8)
    let expected = first < length ? first..<min(last + 1, length) : nil
    let found = ByteRange(field: field.span)?.bytes(of: length)
    return found == expected ? nil : "\(first)-\(last) of \(length): \(String(describing: found))"
  }
}
