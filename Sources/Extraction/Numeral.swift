// Numbers as a text writes them.

/// A number in digits, in words or both: 1,600, 1.2 million, twenty-four, a hundred.
struct Numeral: Equatable {
  let tokens: Range<Int>
  let value: Int

  /// The longest number that begins at a token.
  static func starting(at start: Int, to end: Int, _ text: Text) -> Numeral? {
    var reader = NumeralReader(text: text, end: end)
    return reader.read(from: start)
  }

  /// The number whose last token stands just before `end`.
  static func ending(before end: Int, from start: Int, _ text: Text) -> Numeral? {
    var first = end
    while first > start, end - first < 8, isPart(first - 1, from: start, text) { first -= 1 }
    for begin in first..<max(first, end) {
      if let numeral = starting(at: begin, to: end, text), numeral.tokens.upperBound == end {
        return numeral
      }
    }
    return nil
  }

  private static func isPart(_ index: Int, from start: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    switch token.kind {
    case .number: return true
    case .hyphen: return index > start && text.tokens[index - 1].is(.tens)
    case .word:
      return token.is([.number, .tens, .magnitude])
        || text.word(index, isOneOf: "a", "an", "and")
          && index + 1 < text.tokens.count
          && text.tokens[index + 1].is([.number, .tens, .magnitude])
    default: return false
    }
  }
}

/// The state of reading one number.
private struct NumeralReader {
  let text: Text
  let end: Int
  private var total = 0
  /// What has not been multiplied yet, and by how many tens it is to be divided.
  private var current: Int?
  private var decimals = 0
  private var isOpenToUnits = false

  init(text: Text, end: Int) {
    self.text = text
    self.end = end
  }

  mutating func read(from start: Int) -> Numeral? {
    var index = start
    while index < end, let next = step(index, start) { index = next }
    guard index > start, let value = value else { return nil }
    return Numeral(tokens: start..<index, value: value)
  }

  private var value: Int? {
    guard let current else { return total > 0 ? total : nil }
    return divided(current).map { total + $0 }
  }

  private func divided(_ number: Int) -> Int? {
    var number = number
    for _ in 0..<decimals {
      guard number % 10 == 0 else { return nil }
      number /= 10
    }
    return number
  }

  /// Takes the token in; where to go on, or nil where the number ends.
  private mutating func step(_ index: Int, _ start: Int) -> Int? {
    let token = text.tokens[index]
    if token.kind == .number { return digits(index, start) }
    if token.kind == .hyphen {
      return isOpenToUnits && isUnit(index + 1) ? index + 1 : nil
    }
    guard token.isWord else { return nil }
    if token.is(.magnitude) { return magnitude(text.lexeme(index).value, index) }
    if token.is([.number, .tens]) { return word(text.lexeme(index).value, index) }
    if index == start, index + 1 < end, text.word(index, isOneOf: "a", "an"),
      text.tokens[index + 1].is(.magnitude)
    {
      return index + 1
    }
    let isJoined =
      index > start && text.word(index, isOneOf: "and")
      && text.tokens[index - 1].is(.magnitude) && index + 1 < end
      && text.tokens[index + 1].is([.number, .tens])
    return isJoined ? index + 1 : nil
  }

  private func isUnit(_ index: Int) -> Bool {
    index < end && text.tokens[index].is(.number) && 1...9 ~= text.lexeme(index).value
  }

  private mutating func word(_ value: Int, _ index: Int) -> Int? {
    if let number = current {
      guard decimals == 0, isOpenToUnits && value < 10 || number % 100 == 0 && value < 100
      else { return nil }
      current = number + value
    } else {
      current = value
    }
    isOpenToUnits = text.tokens[index].is(.tens) && value >= 20
    return index + 1
  }

  private mutating func magnitude(_ size: Int, _ index: Int) -> Int? {
    guard let size = size > 0 ? size : nil, (current ?? 1) < 1_000_000 else { return nil }
    let product = (current ?? 1) * size
    isOpenToUnits = false
    if size < 1000 {
      current = product
      return index + 1
    }
    guard let whole = divided(product) else { return nil }
    total += whole
    current = nil
    decimals = 0
    return index + 1
  }

  private mutating func digits(_ index: Int, _ start: Int) -> Int? {
    guard let number = Digits(text.tokens[index].range, text.bytes), number.suffix.isEmpty else {
      return nil
    }
    if let value = current {
      // 30 000: groups of three behind a blank.
      guard index > start, decimals == 0, value < 1000, number.length == 3, number.decimals == 0,
        number.value == 0 || isBoundBlank(before: index)
      else { return nil }
      current = value * 1000 + number.value
      return index + 1
    }
    guard total == 0 else { return nil }
    current = number.value
    decimals = number.decimals
    return index + 1
  }

  /// A blank at which no line is broken.
  private func isBoundBlank(before index: Int) -> Bool {
    let start = Int(text.tokens[index].start)
    guard start > 2, text.bytes[start - 1] >= 0x80 else { return false }
    return text.bytes[start - 2] == 0xC2 || text.bytes[start - 3] == 0xE2
  }
}
