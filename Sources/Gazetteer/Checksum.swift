// Whether bytes are still those that were written.

/// 64 bits over bytes, in four lanes that do not wait for each other: a flipped bit is always
/// seen, other damage but for chance.
enum Checksum {
  /// Long bodies are summed piece by piece, so that several threads can do it.
  static let pieceBytes = 4 << 20

  /// What a piece adds to the sum of a body, which is modulo 2^64.
  static func of(_ bytes: Span<UInt8>, piece: Int) -> UInt64 {
    Lanes.step(of(bytes), UInt64(piece))
  }

  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { raw in
      var lanes = Lanes()
      let whole = raw.count & ~31
      for offset in stride(from: 0, to: whole, by: 32) {
        // SAFETY: 32 bytes from here lie inside, and every bit pattern is a UInt64.
        unsafe lanes.combine(
          raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
          raw.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self),
          raw.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self),
          raw.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      }
      for offset in whole..<raw.count { unsafe lanes.combine(UInt64(raw[offset]), 0, 0, 0) }
      return lanes.sum(raw.count)
    }
  }

  private struct Lanes {
    private var first: UInt64 = 1
    private var second: UInt64 = 2
    private var third: UInt64 = 3
    private var fourth: UInt64 = 4

    @inline(__always)
    mutating func combine(_ one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64) {
      first = Self.step(first, one)
      second = Self.step(second, two)
      third = Self.step(third, three)
      fourth = Self.step(fourth, four)
    }

    func sum(_ count: Int) -> UInt64 {
      [second, third, fourth].reduce(Self.step(first, UInt64(count)), Self.step)
    }

    /// One to one in each argument, so that no single difference is lost.
    @inline(__always)
    static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
      let mixed = (lane ^ word) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ (mixed >> 29)
    }
  }
}
