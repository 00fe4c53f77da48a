// Where the next byte of a buffer goes.

/// Writes into room that was made for it: a debug build looks at each byte, a release at the end of
/// each `ByteBuffer.append`.
@safe
struct Pen {
  private(set) var at: UnsafeMutablePointer<UInt8>
  private let limit: UnsafeMutablePointer<UInt8>

  init(at: UnsafeMutablePointer<UInt8>, limit: UnsafeMutablePointer<UInt8>) {
    unsafe self.at = at
    unsafe self.limit = limit
  }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    unsafe advance(by: 1) { target in unsafe target.pointee = byte }
  }

  /// Bytes as they are; those of a word or two are moved without a call.
  @inline(__always)
  mutating func put(_ run: UnsafeBufferPointer<UInt8>) {
    guard let source = run.baseAddress else { return }
    unsafe advance(by: run.count) { target in
      switch run.count {
      case 8...16: unsafe Self.move(UInt64.self, source, run.count, to: target)
      case 4..<8: unsafe Self.move(UInt32.self, source, run.count, to: target)
      case 2..<4: unsafe Self.move(UInt16.self, source, run.count, to: target)
      default: unsafe target.update(from: source, count: run.count)
      }
    }
  }

  /// Two words that together are all bytes, of which both may have some.
  @inline(__always)
  private static func move<Word: FixedWidthInteger & BitwiseCopyable>(
    _: Word.Type, _ source: UnsafePointer<UInt8>, _ count: Int,
    to target: UnsafeMutablePointer<UInt8>
  ) {
    let (source, target) = unsafe (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
    for start in [0, count - MemoryLayout<Word>.size] {
      let word = unsafe source.loadUnaligned(fromByteOffset: start, as: Word.self)
      unsafe target.storeBytes(of: word, toByteOffset: start, as: Word.self)
    }
  }

  /// The bytes of a string up to the first that must be escaped; how many they are. There is room for
  /// all of it.
  @inline(__always)
  mutating func put(plain run: UnsafeBufferPointer<UInt8>) -> Int {
    unsafe assert(limit - at >= run.count, "no room was made")
    let plain = unsafe JSONEscape.copyPlain(run, to: at)
    unsafe at += plain
    return plain
  }

  /// `u` and four hexadecimal digits.
  mutating func put(unicodeEscape byte: UInt8) {
    for mark in "u00".utf8 { put(mark) }
    for half in [byte >> 4, byte & 15] {
      put(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10)
    }
  }

  // MARK: - Numbers

  /// The most that a number takes: a sign and 19 digits; with decimals a sign, 13 digits, a point
  /// and 6 more.
  static let numberRoom = 21

  /// A whole number with its sign.
  @inline(__always)
  mutating func put(_ value: Int) {
    if value < 0 { put(UInt8(ascii: "-")) }
    put(value.magnitude, digits: value.magnitude.digitCount)
  }

  /// The last digits of a number, zeros ahead of them where it has fewer.
  @inline(__always)
  mutating func put(_ number: UInt, digits: Int) {
    unsafe advance(by: digits) { target in
      var (rest, index) = (number, digits)
      while index > 0 {
        index &-= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        unsafe target[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
      }
    }
  }

  /// Takes zeros at the end back.
  mutating func dropZeros() {
    while unsafe at[-1] == UInt8(ascii: "0") { unsafe at -= 1 }
  }

  @inline(__always)
  private mutating func advance(by count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    unsafe assert(limit - at >= count, "no room was made")
    unsafe fill(at)
    unsafe at += count
  }
}

extension UInt {
  /// Of its decimal form, at least one; of a number of at most 19.
  @inline(__always)
  fileprivate var digitCount: Int {
    var (digits, bound): (Int, UInt) = (1, 10)
    while self >= bound, digits < 19 {
      digits &+= 1
      bound &*= 10
    }
    return digits
  }
}
