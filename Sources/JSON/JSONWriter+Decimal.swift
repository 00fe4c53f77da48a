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
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: unit)
    append(addingCapacity: Pen.numberRoom + 1) { pen in
      if scaled < 0 { pen.put(UInt8(ascii: "-")) }
      pen.put(Int(whole))
      guard places > 0, padded || fraction > 0 else { return }
      pen.put(UInt8(ascii: "."))
      pen.put(fraction, digits: places)
      if !padded { pen.dropZeros() }
    }
  }
}
