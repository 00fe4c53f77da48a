// A fingerprint of contents, the same in every run.

/// 128 bits that differ when the contents differ, but for chance: two lanes of 64-bit words folded
/// through a full multiplication (as in wyhash). It tells versions apart; it does not withstand
/// someone who looks for two contents with one digest.
package struct Digest: Equatable, Sendable {
  private var first: UInt64 = 0x2D35_8DCC_AA6C_78A5
  private var second: UInt64 = 0x8BB8_4B93_962E_ACC9

  package init() {}

  package mutating func combine(_ word: UInt64) {
    first = Self.fold(first ^ word, 0x9E37_79B9_7F4A_7C15)
    second = Self.fold(second ^ (word &+ 0x4B33_A62E_D433_D4A3), 0xC2B2_AE3D_27D4_EB4F) &+ first
  }

  /// The bytes and their number.
  package mutating func combine(_ bytes: Span<UInt8>) {
    combine(UInt64(bytes.count))
    let whole = bytes.count / 8
    unsafe bytes.withUnsafeBytes { raw in
      for word in 0..<whole {
        // SAFETY: the word lies inside, and every bit pattern is a UInt64.
        combine(unsafe raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
      }
    }
    var last: UInt64 = 0
    for index in (whole * 8)..<bytes.count { last = last << 8 | UInt64(bytes[index]) }
    combine(last)
  }

  package mutating func combine(_ text: String) {
    combine(Array(text.utf8).span)
  }

  /// 32 hexadecimal digits.
  package var hexadecimal: String {
    [first, second].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  var words: (UInt64, UInt64) { (first, second) }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low ^ left
  }
}
