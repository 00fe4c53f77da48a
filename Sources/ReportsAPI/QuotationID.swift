// The id of a quotation: which report, and where in its text.

/// `mali-tessit-2024-03-26.q561`. A report's id may hold `.q` itself, so the last one counts.
struct QuotationID: Equatable {
  let report: String
  /// Where the content starts, in code points.
  let start: Int

  /// Nil for what is not written as ids are: digits only, no zero ahead of others.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let digits = bytes.reversed().prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }.count
    let ahead = bytes.dropLast(digits)
    let number = String(decoding: bytes.suffix(digits), as: UTF8.self)
    guard ahead.suffix(2).elementsEqual(".q".utf8), let start = Int(number),
      number == String(start)
    else { return nil }
    report = String(decoding: ahead.dropLast(2), as: UTF8.self)
    self.start = start
  }
}
