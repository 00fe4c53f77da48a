// The subject of a sentence, where no cue stands beside it.

/// The subject of a sentence that begins with it.
enum SentenceSubject {
  static func find(_ sentence: Range<Int>, before end: Int, _ text: Text) -> NounPhrase? {
    let limit = min(end, sentence.lowerBound + 40)
    for index in sentence.lowerBound..<limit {
      let token = text.tokens[index]
      guard text.runOfToken[index] < 0, token.isWord,
        token.is(.auxiliary) || token.is(.cue) && !token.is(.nounCue), !token.isCapitalised,
        let phrase = Subjects.before(index, from: sentence.lowerBound, text),
        Subjects.canSpeak(phrase, text)
      else { continue }
      return phrase
    }
    return leading(sentence, limit, text)
  }

  /// Behind “Speaking in Ohio,”, “In his third term,” and their like: words that only lead up to the
  /// subject.
  private static func behindFront(_ start: Int, _ limit: Int, _ text: Text) -> Int {
    guard start < limit, text.runOfToken[start] < 0,
      CueSites.isParticiple(start, text) || text.tokens[start].is([.preposition, .subordinator])
    else { return start }
    let comma = (start..<limit).first { text.tokens[$0].kind == .comma && text.runOfToken[$0] < 0 }
    return comma.map { $0 + 1 } ?? start
  }

  /// The first name that no preposition governs.
  private static func leading(_ sentence: Range<Int>, _ limit: Int, _ text: Text) -> NounPhrase? {
    var index = behindFront(sentence.lowerBound, limit, text)
    while index < limit {
      if let phrase = NounPhrase.starting(at: index, to: limit, text), phrase.tokens.count < 12 {
        if Subjects.canSpeak(phrase, text) { return phrase }
        index = phrase.tokens.upperBound
      } else {
        index += 1
      }
    }
    return nil
  }
}
