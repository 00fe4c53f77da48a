// Where a folded name stands in the hash index.

/// A name's hash: the high half finds the slot, the low half is the tag that tells neighbours.
struct NameHash {
  let high: UInt32
  let tag: UInt32

  init(high: UInt32, tag: UInt32) {
    self.high = high
    self.tag = tag
  }

  /// FNV would wait for each byte; this takes eight at once through a full multiplication.
  init(_ name: Span<UInt8>) {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(name.count)
    unsafe name.withUnsafeBytes { raw in
      var offset = 0
      while offset + 8 <= raw.count {
        // SAFETY: eight bytes from here lie inside, and every bit pattern is a UInt64.
        state = Self.fold(state, unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      var last: UInt64 = 0
      while offset < raw.count {
        last = unsafe last << 8 | UInt64(raw[offset])
        offset += 1
      }
      state = Self.fold(state, last)
    }
    high = UInt32(truncatingIfNeeded: state >> 32)
    tag = UInt32(truncatingIfNeeded: state)
  }

  /// The slot to begin at, of so many.
  func slot(of count: Int) -> Int { Int((UInt64(high) * UInt64(count)) >> 32) }

  private static func fold(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
