// Dates: a second that is written is read again, and what is read is what was written.

import HTTP

enum DatesPart {
  private static let now: Int64 = 1_728_345_599
  /// The ends of the years that four digits can write.
  private static let seconds: Range<Int64> = -62_135_596_800..<253_402_300_800

  static func fault(in input: [UInt8]) -> String? {
    if let second = HTTPDate.read(input.span, now: now), second > seconds.upperBound {
      return "more than four digits of a year: \(second)"
    }
    let bits = input.prefix(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    let span = UInt64(seconds.upperBound - seconds.lowerBound)
    let second = seconds.lowerBound + Int64(bits % span)
    let text = HTTPDate.format(second)
    let read = HTTPDate.read(Array(text.utf8).span, now: now)
    return read == second ? nil : "\(text): \(read.map(String.init) ?? "none"), not \(second)"
  }
}
