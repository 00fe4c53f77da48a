// Numbers with a point, without a library's shortest digits.

extension JSONWriter {
  /// A number to some decimals, at most 6, rounded; null for what is no number of less than 10¹² in
  /// size.
  ///
  /// - Parameter padded: zeros at its end are written: `0.90`.
  package mutating func decimal(_ value: Double, places: Int, padded: Bool = false) {
    guard value.magnitude < 1e12 else { return null() }
    var unit: UInt = 1
    for _ in 0..<places { unit *= 10 }
    let scaled = Int((value * Double(unit)).rounded())
    number { digits in
      digits.prepend(fraction: scaled.magnitude % unit, places: places, padded: padded)
      digits.prepend(scaled.magnitude / unit)
      if scaled < 0 { digits.prepend(UInt8(ascii: "-")) }
    }
  }
}

extension Digits {
  /// A point and decimals; nothing where they are all zeros that are not wanted.
  fileprivate mutating func prepend(fraction: UInt, places: Int, padded: Bool) {
    var rest = fraction
    var isWanted = padded
    for _ in 0..<places {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      isWanted = isWanted || digit > 0
      if isWanted { prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)) }
      rest = quotient
    }
    if isWanted, places > 0 { prepend(UInt8(ascii: ".")) }
  }
}
