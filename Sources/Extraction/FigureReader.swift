// What becomes of the counted: killed, wounded, displaced, living somewhere.

/// A counted phrase and what its sentence says of it.
struct CountedFate {
  let phrase: CountedPhrase
  var kind: Figure.Kind?
  /// From the verb or noun that tells, to the last word for the counted.
  var tokens: Range<Int>
  /// Told by the verb before it; such a verb holds for what is added with “and”.
  var isByVerbBefore = false
}

/// Reads the figures of one sentence.
struct FigureReader {
  let reader: CountedReader
  var text: Text { reader.text }
  var sentence: Range<Int> { reader.sentence }

  func word(_ index: Int, _ words: StaticString...) -> Bool {
    sentence.contains(index) && text.word(index, isOneOf: words)
  }

  func has(_ index: Int, _ classes: WordClasses) -> Bool { reader.has(index, classes) }

  func kind(_ index: Int) -> Token.Kind? { reader.kind(index) }

  /// - Parameter earlier: the figures of the sentence before this phrase.
  func fate(of phrase: CountedPhrase, after earlier: [CountedFate]) -> CountedFate {
    var fate = CountedFate(phrase: phrase, tokens: phrase.tokens)
    guard !word(phrase.tokens.lowerBound - 1, "including", "among", "except") else { return fate }
    if !population(&fate, earlier), !toll(&fate), !lives(&fate),
      !before(&fate, isKnown: !earlier.isEmpty), !behind(&fate), !noun(&fate)
    {
      added(&fate, to: earlier.last)
    }
    if isHypothetical(fate) { fate.kind = nil }
    return fate
  }

  // MARK: - By nouns

  /// “12 deaths”, “12 wounded soldiers”.
  private func noun(_ fate: inout CountedFate) -> Bool {
    guard let noun = fate.phrase.noun, fate.phrase.isKnown else { return false }
    let teller =
      has(noun.upperBound - 1, .figureNoun)
      ? noun.upperBound - 1 : noun.first { has($0, .figureVerb) && !text.tokens[$0].isCapitalised }
    guard let teller, let kind = text.lexeme(teller).figure, kind != .equipment else {
      return false
    }
    fate.kind = kind
    return true
  }

  /// “the death toll rose to 12”, “the number of wounded is 12”.
  private func toll(_ fate: inout CountedFate) -> Bool {
    let start = fate.phrase.tokens.lowerBound
    for index in stride(from: start - 1, through: max(sentence.lowerBound, start - 9), by: -1) {
      if word(index, "toll") {
        let first = word(index - 1, "death") ? index - 1 : index
        fate.kind = .killed
        fate.tokens = first..<fate.phrase.tokens.upperBound
        return true
      }
      if word(index, "number"), word(index + 1, "of"),
        let teller = (index + 2..<index + 5).first(where: { has($0, [.figureVerb, .figureNoun]) }),
        teller < start
      {
        fate.kind = text.lexeme(teller).figure
        fate.tokens = index..<fate.phrase.number.upperBound
        return fate.kind != .equipment
      }
      guard kind(index) == .number || kind(index) == .word,
        !has(index, .conjunction), !has(index, .countedNoun) || word(index - 1, "of")
      else { break }
    }
    return false
  }

  /// “claimed 12 lives”, “took the lives of 12 people”.
  private func lives(_ fate: inout CountedFate) -> Bool {
    let start = fate.phrase.tokens.lowerBound
    var verb = start - 1
    if let last = fate.phrase.noun?.last, word(last, "lives") {
    } else if word(start - 1, "of"), word(start - 2, "lives") {
      verb = word(start - 3, "the") ? start - 4 : start - 3
    } else {
      return false
    }
    guard word(verb, "claimed", "claiming", "claims", "took", "taking", "cost", "costing", "taken")
    else { return false }
    fate.kind = .killed
    fate.tokens = verb..<fate.phrase.tokens.upperBound
    return true
  }

  /// “killed 12 soldiers ‹and 3 officers›”.
  private func added(_ fate: inout CountedFate, to earlier: CountedFate?) {
    guard let earlier, earlier.isByVerbBefore, fate.phrase.isKnown else { return }
    var gap = earlier.tokens.upperBound
    while kind(gap) == .comma || word(gap, "and", "another") { gap += 1 }
    guard gap > earlier.tokens.upperBound, gap == fate.phrase.tokens.lowerBound else { return }
    fate.kind = earlier.kind
    fate.isByVerbBefore = true
  }

  // MARK: - Not told as a fact

  /// How far before a number a word makes it hypothetical, in tokens.
  private static let reach = 15

  private func isHypothetical(_ fate: CountedFate) -> Bool {
    guard fate.kind != nil else { return false }
    if let last = sentence.last, text.tokens[last].kind == .question { return true }
    let first = max(sentence.lowerBound, fate.tokens.lowerBound - Self.reach)
    return (first..<fate.tokens.upperBound).contains { index in
      let isLower = !text.tokens[index].isCapitalised || index == sentence.lowerBound
      return isLower && has(index, .hypothetical) && !has(index, .month)
        || word(index, "will", "’ll", "'ll", "wont") || word(index, "may") && isLower
    }
  }
}
