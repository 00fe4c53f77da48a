// Which alternates count only as they are written.

/// Short forms that are words when they are written otherwise: “US” and “us”, “Ore.” and “ore”.
enum CaseBound {
  /// All capitals once its dots are gone and at most four letters, or a dot at the end.
  static func isBound(_ alternate: ArraySlice<UInt8>) -> Bool {
    let dot = UInt8(ascii: ".")
    if alternate.last == dot { return true }
    if alternate.contains(where: { 0x61...0x7A ~= $0 }) { return false }
    let letters = String(decoding: alternate.filter { $0 != dot }, as: UTF8.self).unicodeScalars
    return letters.prefix(5).count <= 4 && letters.allSatisfy(\.properties.isUppercase)
  }
}
