// Bytes into tokens.

import Gazetteer

/// Cuts a stretch of text into tokens. Bytes that are no UTF-8 count as white space.
struct Tokens {
  private let bytes: [UInt8]
  private let lexicon: Lexicon
  private let end: Int
  private var at: Int
  private var afterSpace = true
  private var folded: [UInt8] = []
  private var tokens: [Token]

  /// Appends the tokens of a range to those that are there.
  static func append(
    _ range: Range<Int>, of bytes: [UInt8], _ lexicon: Lexicon, to tokens: inout [Token]
  ) {
    var reader = Tokens(bytes, range, lexicon, tokens)
    tokens = []
    reader.run()
    tokens = reader.tokens
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, _ lexicon: Lexicon, _ tokens: [Token]) {
    self.bytes = bytes
    self.lexicon = lexicon
    self.tokens = tokens
    at = range.lowerBound
    end = range.upperBound
  }

  private mutating func run() {
    while at < end {
      let scalar = Scalar(bytes, at, end)
      switch scalar.kind {
      case .space:
        at += scalar.length
        afterSpace = true
      case .letter: word(scalar)
      case .digit: number()
      case .mark: mark(scalar)
      }
    }
  }

  private mutating func add(_ kind: Token.Kind, length: Int) {
    var token = Token(start: Int32(at), end: Int32(at + length), kind: kind)
    if afterSpace { token.shape = .afterSpace }
    tokens.append(token)
    at += length
    afterSpace = false
  }
}

// MARK: - Words

extension Tokens {
  private mutating func word(_ first: Scalar) {
    let start = at
    var next = at + first.length
    var hasLower = false
    var letters = 1
    var isPlain = first.length == 1
    while next < end {
      if bytes[next].isASCIILetter {
        letters += 1
        if !bytes[next].isASCIICapital { hasLower = true }
        next += 1
        continue
      }
      let scalar = Scalar(bytes, next, end)
      guard scalar.kind == .letter || scalar.kind == .digit || joins(scalar, next) else { break }
      if scalar.kind == .letter {
        letters += 1
        if !scalar.isCapital { hasLower = true }
      }
      isPlain = false
      next += scalar.length
      if scalar.isApostrophe, lexicon.elides, next - start <= Self.longestElision,
        isElision(start..<next)
      {
        break
      }
    }
    let clitic = cliticLength(start, next)
    let dotted = clitic == 0 && takesDot(start, next, letters)
    let wordEnd = next - clitic + (dotted ? 1 : 0)
    var token = Token(start: Int32(start), end: Int32(wordEnd), kind: .word)
    if afterSpace { token.shape.insert(.afterSpace) }
    if first.isCapital { token.shape.insert(.capitalised) }
    // “US’s” is all capitals: the s is not the word’s.
    if clitic > 0 { (letters, hasLower) = shape(of: start..<wordEnd) }
    if first.isCapital, !hasLower, letters > 1 { token.shape.insert(.capitals) }
    if dotted { token.shape.insert(.dotted) }
    token.lexeme =
      isPlain && !dotted
      ? lexicon.number(ofPlain: start..<wordEnd, bytes) : number(of: start..<wordEnd)
    token.classes = lexicon.lexemes[Int(token.lexeme)].classes
    tokens.append(token)
    at = wordEnd
    afterSpace = false
    if clitic > 0 { add(.clitic, length: clitic) }
  }

  /// How many letters a word has, and whether one of them is no capital.
  private func shape(of word: Range<Int>) -> (letters: Int, hasLower: Bool) {
    var (letters, hasLower) = (0, false)
    var next = word.lowerBound
    while next < word.upperBound {
      let scalar = Scalar(bytes, next, end)
      if scalar.kind == .letter {
        letters += 1
        hasLower = hasLower || !scalar.isCapital
      }
      next += scalar.length
    }
    return (letters, hasLower)
  }

  /// An apostrophe or full stop between letters, and what marks a letter, belong to the word.
  private func joins(_ scalar: Scalar, _ position: Int) -> Bool {
    guard scalar.isApostrophe || scalar.code == 0x2E else { return false }
    let after = position + scalar.length
    guard after < end, Scalar(bytes, after, end).kind == .letter else { return false }
    // A stop joins single letters only: U.S., not “end.Next”.
    return scalar.code != 0x2E || isSingleLetter(before: position)
  }

  private func isSingleLetter(before position: Int) -> Bool {
    guard position > at, bytes[position - 1].isASCIILetter else { return position - 1 == at }
    return position - 2 < at || !bytes[position - 2].isASCIILetter
  }

  /// Length of ’s, ’re, ’ll, ’ve, ’d, ’m at the end of a word; 0 if there is none.
  private func cliticLength(_ start: Int, _ end: Int) -> Int {
    for letters in 1...2 where end - letters - 1 > start {
      let apostrophe = bytes[end - letters - 1]
      let length: Int
      if apostrophe == 0x27 {
        length = 1
      } else if apostrophe == 0x99, end - letters - 3 > start, bytes[end - letters - 3] == 0xE2 {
        length = 3
      } else {
        continue
      }
      switch (letters, bytes[end - letters] | 0x20, bytes[end - 1] | 0x20) {
      case (1, 0x73, _), (1, 0x64, _), (1, 0x6D, _), (2, 0x72, 0x65), (2, 0x6C, 0x6C),
        (2, 0x76, 0x65):
        return length + letters
      default: continue
      }
    }
    return 0
  }

  /// The stop behind an initial, an abbreviation or a word with stops in it.
  private mutating func takesDot(_ start: Int, _ next: Int, _ letters: Int) -> Bool {
    guard next < end, bytes[next] == 0x2E else { return false }
    guard letters <= 6 else { return false }
    if letters == 1 { return bytes[start].isASCIICapital }
    if bytes[start..<next].contains(0x2E) { return true }
    guard bytes[start].isASCIICapital else { return false }
    return classes(start..<next).has(.abbreviation)
  }

  /// Bytes of the longest, “presqu’”, and some more.
  private static let longestElision = 12

  /// “l’” of “l’armée”.
  private mutating func isElision(_ range: Range<Int>) -> Bool {
    lexicon.lexemes[Int(number(of: range))].links.contains(.elision)
  }

  private mutating func classes(_ range: Range<Int>) -> WordClasses {
    lexicon.lexemes[Int(number(of: range))].classes
  }

  private mutating func number(of range: Range<Int>) -> UInt16 {
    fold(range)
    return lexicon.number(of: folded[...])
  }

  private mutating func fold(_ range: Range<Int>) {
    folded.removeAll(keepingCapacity: true)
    for byte in bytes[range] where byte != 0x27 && byte != 0x2E {
      folded.append(byte.isASCIICapital ? byte | 0x20 : byte)
      if byte >= 0x80 { foldEnd() }
    }
  }

  /// Capitals of two bytes become small letters; ’ and ʼ are as little of the word as '.
  private mutating func foldEnd() {
    let last = folded.count - 1
    guard last > 0 else { return }
    switch (folded[last - 1], folded[last]) {
    case (0xC3, 0x80...0x9E), (0xD0, 0x90...0x9F): folded[last] += 0x20
    case (0xC5, 0x92), (0xD2, 0x90): folded[last] += 1
    case (0xD0, 0xA0...0xAF): (folded[last - 1], folded[last]) = (0xD1, folded[last] - 0x20)
    case (0xD0, 0x80...0x8F): (folded[last - 1], folded[last]) = (0xD1, folded[last] + 0x10)
    case (0xCA, 0xBC): folded.removeLast(2)
    case (0x80, 0x99) where last > 1 && folded[last - 2] == 0xE2: folded.removeLast(3)
    default: break
    }
  }
}

// MARK: - Numbers and marks

extension Tokens {
  /// Digits with commas, points and letters in them: 1,600, 3.5, 10th, 80s.
  private mutating func number() {
    var next = at + 1
    while next < end {
      let byte = bytes[next]
      if byte.isASCIIDigit || byte.isASCIILetter {
        next += 1
      } else if byte == 0x2C || byte == 0x2E, next + 1 < end, bytes[next + 1].isASCIIDigit {
        next += 2
      } else {
        break
      }
    }
    let length = next - at
    add(.number, length: length)
  }

  private mutating func mark(_ scalar: Scalar) {
    if scalar.code == 0x27 || scalar.code == 0x60, at + 1 < end, bytes[at + 1] == bytes[at] {
      return add(.plainMark, length: 2)
    }
    if scalar.code == 0x2E, at + 2 < end, bytes[at + 1] == 0x2E, bytes[at + 2] == 0x2E {
      return add(.ellipsis, length: 3)
    }
    if scalar.code == 0x2D, at + 1 < end, bytes[at + 1] == 0x2D { return add(.dash, length: 2) }
    add(kind(of: scalar), length: scalar.length)
  }

  private func kind(of scalar: Scalar) -> Token.Kind {
    if scalar.code == 0x2D { return isHyphen ? .hyphen : .dash }
    return scalar.markKind
  }

  /// A hyphen stands between letters or digits without blanks.
  private var isHyphen: Bool {
    !afterSpace && at + 1 < end && Scalar(bytes, at + 1, end).kind != .space
  }
}
