// One scalar out of UTF-8 that nobody has checked.

package enum UTF8Step {
  /// The scalar that begins at an index, or nil, and how many bytes to go on.
  package static func scalar(in text: Span<UInt8>, at index: Int) -> (scalar: UInt32?, width: Int) {
    let first = text[index]
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, index + width <= text.count else { return (nil, 1) }
    var scalar = UInt32(first) & (0x7F >> UInt32(width))
    for position in (index + 1)..<(index + width) {
      guard text[position] & 0xC0 == 0x80 else { return (nil, 1) }
      scalar = scalar << 6 | UInt32(text[position] & 0x3F)
    }
    return isValid(scalar, width) ? (scalar, width) : (nil, 1)
  }

  /// No surrogate, nothing beyond Unicode, nothing that a shorter form could say.
  private static func isValid(_ scalar: UInt32, _ width: Int) -> Bool {
    switch width {
    case 3: scalar >= 0x800 && !(0xD800...0xDFFF).contains(scalar)
    case 4: (0x1_0000...0x10_FFFF).contains(scalar)
    default: true
    }
  }
}
