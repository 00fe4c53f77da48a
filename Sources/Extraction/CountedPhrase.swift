// A number with the words that qualify it and the words for what it counts.

/// “more than 30,000 inhabitants”, “dozens of civilians”, “between 20 and 30”.
struct CountedPhrase {
  /// From the first qualifier to the last word for the counted.
  var tokens: Range<Int>
  let number: Range<Int>
  var qualifier: Range<Int>?
  var value: Int?
  var low: Int?
  var high: Int?
  /// The words for the counted; nil where the number stands alone.
  var noun: Range<Int>?
  /// A word of the lists is among them.
  var isKnown = false

  init(number: Range<Int>) {
    self.number = number
    tokens = number
  }
}

/// Reads the counted phrases of one sentence.
struct CountedReader {
  let text: Text
  let sentence: Range<Int>

  func word(_ index: Int, _ words: StaticString...) -> Bool {
    sentence.contains(index) && text.word(index, isOneOf: words)
  }

  func has(_ index: Int, _ classes: WordClasses) -> Bool {
    sentence.contains(index) && text.tokens[index].is(classes)
  }

  func kind(_ index: Int) -> Token.Kind? {
    sentence.contains(index) ? text.tokens[index].kind : nil
  }

  func isLower(_ index: Int) -> Bool {
    sentence.contains(index) && text.tokens[index].isWord && !text.tokens[index].isCapitalised
  }

  /// The phrase whose number begins at a token; nil for what counts neither people nor things.
  func phrase(at index: Int) -> CountedPhrase? {
    guard var phrase = number(at: index), !isMeasured(phrase) else { return nil }
    qualify(&phrase)
    takeNoun(&phrase)
    return phrase
  }

  // MARK: - The number

  private func number(at index: Int) -> CountedPhrase? {
    if has(index, .pluralMagnitude) { return multitude(at: index) }
    if has(index, .magnitude), word(index - 1, "several", "few", "many") {
      return multitude(at: index, from: word(index - 2, "a") ? index - 2 : index - 1)
    }
    guard let numeral = Numeral.starting(at: index, to: sentence.upperBound, text) else {
      return nil
    }
    let next = numeral.tokens.upperBound
    let isSpan = kind(next) == .hyphen || kind(next) == .dash || word(next, "to", "or")
    let isPair = word(index - 1, "between") && word(next, "and", "to")
    if isSpan || isPair,
      let upper = Numeral.starting(at: next + 1, to: sentence.upperBound, text),
      upper.value > numeral.value
    {
      return span(numeral, upper, isPair: isPair)
    }
    var phrase = CountedPhrase(number: numeral.tokens)
    phrase.value = numeral.value
    return phrase
  }

  /// Two bounds; behind “from” the second is the number.
  private func span(_ lower: Numeral, _ upper: Numeral, isPair: Bool) -> CountedPhrase {
    let start = lower.tokens.lowerBound
    if word(start - 1, "from") {
      var phrase = CountedPhrase(number: upper.tokens)
      phrase.value = upper.value
      return phrase
    }
    var phrase = CountedPhrase(number: start..<upper.tokens.upperBound)
    phrase.low = lower.value
    phrase.high = upper.value
    if isPair {
      phrase.tokens = (start - 1)..<phrase.number.upperBound
      phrase.qualifier = (start - 1)..<start
    }
    return phrase
  }

  /// “dozens”, “hundreds of thousands”, “several hundred”.
  private func multitude(at index: Int, from start: Int? = nil) -> CountedPhrase {
    var end = index + 1
    while word(end, "of", "and"), has(end + 1, .pluralMagnitude) { end += 2 }
    var phrase = CountedPhrase(number: index..<end)
    phrase.tokens = (start ?? index)..<end
    phrase.qualifier = phrase.tokens
    return phrase
  }

  /// A length, a sum, an age, a part of a name or of a longer word.
  private func isMeasured(_ phrase: CountedPhrase) -> Bool {
    let (start, next) = (phrase.number.lowerBound, phrase.number.upperBound)
    let before = kind(start - 1)
    if before == .symbol || before == .hyphen || word(start - 1, "aged", "age", "no", "number") {
      return true
    }
    if kind(next) == .symbol || kind(next) == .hyphen || kind(next) == .colon { return true }
    if has(next, [.measure, .timeUnit, .month]) || word(next, "per") { return true }
    if word(next, "of"), has(next + 1, [.measure, .timeUnit]) { return true }
    if text.tokens[start].is(.number), phrase.value == 1, !isOne(next) { return true }
    return kind(start - 1) == .comma && (kind(next) == .comma || next == sentence.upperBound)
      && isName(start - 2)
  }

  private func isName(_ index: Int) -> Bool {
    sentence.contains(index) && text.tokens[index].isCapitalised && !has(index, .function)
  }

  /// “one” counts where a noun or its fate follows; else it is a pronoun.
  private func isOne(_ next: Int) -> Bool {
    has(next, [.countedNoun, .figureVerb, .equipment]) || word(next, "more", "other")
      || isLower(next) && has(next + 1, [.countedNoun, .figureVerb, .auxiliary])
      || isName(next) && has(next + 1, .countedNoun)
      || word(next, "was") && has(next + 1, .figureVerb)
  }

  // MARK: - Before it

  private func qualify(_ phrase: inout CountedPhrase) {
    guard phrase.value != nil || phrase.low == nil else { return }
    let first = phrase.tokens.lowerBound
    var start = first
    for _ in 0..<4 {
      guard let taken = qualifier(before: start, &phrase) else { break }
      start -= taken
    }
    guard start < first else { return }
    phrase.qualifier = start..<(phrase.qualifier?.upperBound ?? phrase.number.lowerBound)
    phrase.tokens = start..<phrase.tokens.upperBound
  }

  /// How many tokens the qualifier takes that stands before `start`.
  private func qualifier(before start: Int, _ phrase: inout CountedPhrase) -> Int? {
    let last = start - 1
    guard kind(last) == .word else { return nil }
    if word(last, "than"), word(last - 1, "more", "less", "fewer", "greater") {
      let isMore = word(last - 1, "more", "greater")
      if word(last - 2, "no", "not") {
        bound(isMore ? \.high : \.low, &phrase)
        return 3
      }
      bound(isMore ? \.low : \.high, &phrase)
      return 2
    }
    if word(last, "least", "most"), word(last - 1, "at") {
      bound(word(last, "least") ? \.low : \.high, &phrase)
      return 2
    }
    if word(last, "to"), word(last - 1, "up") || word(last - 1, "close") {
      if word(last - 1, "up") { bound(\.high, &phrase) }
      return 2
    }
    if word(last, "as"), word(last - 1, "many"), word(last - 2, "as") {
      bound(\.high, &phrase)
      return 3
    }
    if word(last, "of"), word(last - 1, "upwards", "upward", "excess") {
      bound(\.low, &phrase)
      return word(last - 2, "in") ? 3 : 2
    }
    if word(last, "over", "above") { bound(\.low, &phrase) }
    if word(last, "under", "below") { bound(\.high, &phrase) }
    if word(last, "estimated"), word(last - 1, "an") { return 2 }
    let isQualifier = word(
      last, "over", "above", "under", "below", "nearly", "almost", "about", "around", "roughly",
      "approximately", "some", "only", "just", "exactly", "well", "barely")
    return isQualifier ? 1 : nil
  }

  private func bound(
    _ side: WritableKeyPath<CountedPhrase, Int?>, _ phrase: inout CountedPhrase
  ) {
    if phrase[keyPath: side] == nil { phrase[keyPath: side] = phrase.value }
  }

  // MARK: - Behind it

  /// The longest row of adjectives before the noun.
  private static let adjectives = 5

  private func takeNoun(_ phrase: inout CountedPhrase) {
    var index = phrase.number.upperBound
    if word(index, "of") { index += 1 }
    while word(index, "more", "other", "additional", "further", "new", "the", "its", "their") {
      index += 1
    }
    // “33 of the 46 drones”
    if index > phrase.number.upperBound + 1,
      let whole = Numeral.starting(at: index, to: sentence.upperBound, text)
    {
      index = whole.tokens.upperBound
    }
    let start = index
    var end = start
    while index < sentence.upperBound, index - start < Self.adjectives, isInNoun(index) {
      index += 1
      if isCounted(index - 1) {
        end = index
        phrase.isKnown = true
      }
    }
    if !phrase.isKnown { end = index }
    while end > start, kind(end - 1) == .hyphen { end -= 1 }
    guard end > start else { return }
    phrase.noun = start..<end
    phrase.tokens = phrase.tokens.lowerBound..<end
  }

  private func isCounted(_ index: Int) -> Bool {
    has(index, [.countedNoun, .equipment, .figureNoun])
      || has(index, .collective) && isLower(index)
  }

  private func isInNoun(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .hyphen { return index > sentence.lowerBound }
    guard token.isWord else { return false }
    if token.is(.figureVerb), !token.isCapitalised {
      // “12 wounded soldiers”, but “12 soldiers wounded”.
      return !has(index - 1, [.countedNoun, .collective]) && has(index + 1, .countedNoun)
    }
    if isCounted(index) { return true }
    if word(index, "forced", "driven", "left", "reported", "believed", "feared", "confirmed") {
      return false
    }
    return !token.is([
      .auxiliary, .preposition, .conjunction, .determiner, .pronoun, .possessive, .adverb,
      .relative,
      .weekday, .month,
    ])
  }
}
