// Where a time expression may stand, and how its words are asked for.

/// A sentence as the readers of times see it.
struct TimeReader {
  let text: Text
  /// All its tokens.
  var sentence = 0..<0
  /// Tokens of the sentence that no expression has taken yet.
  var bounds = 0..<0

  func token(_ index: Int) -> Token? { bounds.contains(index) ? text.tokens[index] : nil }

  func kind(_ index: Int) -> Token.Kind? { token(index)?.kind }

  func has(_ index: Int, _ classes: WordClasses) -> Bool { token(index)?.is(classes) ?? false }

  func word(_ index: Int, _ words: StaticString...) -> Bool {
    bounds.contains(index) && text.word(index, isOneOf: words)
  }

  func value(_ index: Int) -> Int { text.lexeme(index).value }

  func digits(_ index: Int) -> Digits? {
    guard let token = token(index), token.kind == .number else { return nil }
    return Digits(token.range, text.bytes)
  }

  func unit(_ index: Int) -> TimeUnit? {
    has(index, .timeUnit) ? TimeUnit(rawValue: value(index)) : nil
  }

  /// Ends with an s, as plurals of units do.
  func isPlural(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return text.bytes[Int(token.end) - 1] | 0x20 == 0x73
  }

  func isLower(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return token.isWord && !token.isCapitalised
  }

  /// A name or the like: capitalised, and not for opening the sentence.
  func isName(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return token.isWord && token.isCapitalised && !token.is([.function, .month, .weekday])
  }

  /// No blank between a token and the one before it.
  func touches(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return !token.shape.contains(.afterSpace)
  }

  /// People or things, so that the number before is theirs.
  func isCounted(_ index: Int) -> Bool {
    isLower(index)
      && has(index, [.collective, .magnitude, .pluralMagnitude, .countedNoun, .equipment])
  }
}
