// Numbers with a point, without a library's shortest digits.

extension JSONWriter {
  /// A number to some decimals, rounded; null for what is no number of less than 10¹² in size.
  ///
  /// - Parameter padded: zeros at its end are written: `0.90`.
  package mutating func decimal(_ value: Double, places: Int, padded: Bool = false) {
    guard value.magnitude < 1e12 else { return null() }
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let scaled = Int((value * Double(unit)).rounded())
    var text = (scaled < 0 ? "-" : "") + String(scaled.magnitude / unit.magnitude)
    var rest = scaled.magnitude % unit.magnitude
    if rest > 0 || padded, places > 0 {
      text += "."
      while unit > 1, rest > 0 || padded {
        unit /= 10
        text += String(rest / unit.magnitude)
        rest %= unit.magnitude
      }
    }
    literal(text)
  }
}
