// The words around a time that qualify it: earlier Monday, since late September, by the end of.

extension TimeReader {
  /// Adds what stands before and behind the core of an expression.
  func qualified(_ core: TimePhrase) -> TimePhrase {
    var phrase = core
    if phrase.expression.isDay { takeTimeOfDay(&phrase) }
    let isPossessive = kind(phrase.tokens.upperBound) == .clitic
    for _ in 0..<8 {
      let taken = takeModifier(&phrase) || !isPossessive && takePart(&phrase)
      if taken { continue }
      if !isPossessive { takePreposition(&phrase) }
      break
    }
    if phrase.isRelative, phrase.sense == .latest, isFuture(phrase) { phrase.sense = .coming }
    return phrase
  }

  // MARK: - Behind it

  /// Morning, or “at 10:30”.
  private func takeTimeOfDay(_ phrase: inout TimePhrase) {
    var end = phrase.tokens.upperBound
    if isLower(end), unit(end)?.isPartOfDay == true {
      end += 1
    }
    let at = kind(end) == .comma ? end + 1 : end
    if word(at, "at") {
      let start = word(at + 1, "about", "around", "approximately", "exactly") ? at + 2 : at + 1
      if let clock = clockEnd(at: start) {
        end = clock
        phrase.precision = .minute
      }
    }
    phrase.tokens = phrase.tokens.lowerBound..<end
  }

  // MARK: - Before it

  /// One word that says which or which part; false where there is none.
  private func takeModifier(_ phrase: inout TimePhrase) -> Bool {
    let start = phrase.tokens.lowerBound
    let index = start - 1
    if kind(index) == .hyphen, word(index - 1, "mid") {
      phrase.part = .middle
      return take(2, &phrase)
    }
    guard kind(index) == .word else { return false }
    if let part = part(index), phrase.expression != .clock {
      phrase.part = part
      return take(1, &phrase)
    }
    if word(index, "least"), word(index - 1, "at") { return take(2, &phrase) }
    if word(index, "about", "around", "circa", "approximately", "roughly", "nearly", "exactly") {
      return take(1, &phrase)
    }
    if word(index, "the") { return takesArticle(phrase) && take(1, &phrase) }
    if word(index, "year"), case .year = phrase.expression { return take(1, &phrase) }
    return takePointer(&phrase)
  }

  private func take(_ count: Int, _ phrase: inout TimePhrase) -> Bool {
    phrase.tokens = (phrase.tokens.lowerBound - count)..<phrase.tokens.upperBound
    return true
  }

  private func part(_ index: Int) -> TimePart? {
    if word(index, "early") { return .early }
    if word(index, "late") { return .late }
    if word(index, "mid") { return .middle }
    if word(index, "earlier") { return .earlier }
    return word(index, "later") ? .later : nil
  }

  /// “the early 1990s”, “the following Monday”, “the year 2014”.
  private func takesArticle(_ phrase: TimePhrase) -> Bool {
    if case .decade = phrase.expression { return true }
    return word(
      phrase.tokens.lowerBound, "previous", "following", "same", "year", "coming", "preceding")
  }

  /// “last Tuesday”, “this August”, “next spring”, “every Monday”.
  private func takePointer(_ phrase: inout TimePhrase) -> Bool {
    let precision = phrase.expression.precision
    switch phrase.expression {
    case .weekday, .month(nil, _), .season(_, nil), .day(nil, _, _): break
    default: return false
    }
    let index = phrase.tokens.lowerBound - 1
    if word(index, "last", "past") {
      phrase.sense = .before
    } else if word(index, "next") {
      phrase.sense = .after
    } else if word(index, "coming") {
      phrase.sense = .coming
    } else if word(index, "this") {
      if phrase.sense == .latest { phrase.sense = .current }
    } else if word(index, "every", "each") {
      phrase.expression = .unknown
    } else if word(index, "previous", "following", "preceding", "same")
      || word(index, "that") && word(index - 1, "on", "in", "by", "since", "later", "early")
    {
      phrase.precision = precision
      phrase.expression = .unknown
    } else {
      return false
    }
    return take(1, &phrase)
  }

  /// “the end of”, “the early hours of”, “the first half of”.
  private func takePart(_ phrase: inout TimePhrase) -> Bool {
    let start = phrase.tokens.lowerBound
    guard word(start - 1, "of"), isPartNoun(start - 2) else { return false }
    let noun = start - 2
    var first = noun
    if word(noun, "end", "close", "ends") { phrase.part = .late }
    if word(noun, "start", "beginning", "outset", "turn") { phrase.part = .early }
    if word(noun, "middle") { phrase.part = .middle }
    if word(first - 1, "first", "early", "opening") {
      phrase.part = word(noun, "half") ? .firstHalf : .early
      first -= 1
    } else if word(first - 1, "last", "late", "final", "closing", "dying", "latter") {
      phrase.part = word(noun, "half") ? .secondHalf : .late
      first -= 1
    } else if word(first - 1, "second", "third") {
      phrase.part = word(noun, "half") ? .secondHalf : .middle
      first -= 1
    }
    if word(first - 1, "the", "very") { first -= 1 }
    phrase.tokens = first..<phrase.tokens.upperBound
    return true
  }

  func isPartNoun(_ index: Int) -> Bool {
    guard isLower(index) else { return false }
    return word(
      index, "end", "start", "beginning", "middle", "half", "close", "outset", "turn", "week",
      "weeks",
      "day", "days", "part", "quarter", "month", "months", "hours", "morning", "afternoon",
      "evening",
      "night", "eve", "rest")
  }

  /// One preposition with its adverb; it may change what is meant.
  private func takePreposition(_ phrase: inout TimePhrase) {
    let index = phrase.tokens.lowerBound - 1
    guard kind(index) == .word else { return }
    if word(index, "as") { return takeAs(index, &phrase) }
    if word(index, "of"), word(index - 1, "as") {
      _ = take(2, &phrase)
    } else if takeRelation(index, &phrase) {
      _ = take(1, &phrase)
      takeAdverb(index, &phrase)
    }
  }

  /// “late in”, “ever since”, “up until”, “shortly after”.
  private func takeAdverb(_ index: Int, _ phrase: inout TimePhrase) {
    if word(index, "in", "on", "at"), let part = part(index - 1), !word(index - 1, "mid") {
      if phrase.part == nil { phrase.part = part }
      _ = take(1, &phrase)
    } else if word(index, "in", "on") && word(index - 1, "back", "sometime")
      || word(index, "since") && word(index - 1, "ever")
      || word(index, "until") && word(index - 1, "up", "not")
      || word(index, "before", "after") && word(index - 1, "shortly", "just", "soon", "long")
    {
      _ = take(1, &phrase)
    }
  }

  /// False where the word at `index` is no preposition of time.
  private func takeRelation(_ index: Int, _ phrase: inout TimePhrase) -> Bool {
    if word(index, "since", "starting", "beginning") {
      phrase.relation = .since
    } else if word(index, "from", "after") {
      if phrase.end == nil { phrase.relation = .since }
    } else if word(index, "until", "till", "by") {
      phrase.relation = .until
    } else if word(index, "before") {
      phrase.relation = .before
    } else if word(index, "at") {
      return !phrase.expression.isDay || phrase.precision == .minute
    } else if word(index, "between") {
      return phrase.end != nil
    } else if word(index, "for", "over", "through") {
      return isSpan(phrase, index)
    } else {
      return word(index, "in", "on", "during", "throughout", "within")
    }
    return true
  }

  /// “over 2014” counts something; “over the past month” tells when.
  private func isSpan(_ phrase: TimePhrase, _ index: Int) -> Bool {
    switch phrase.expression {
    case .calendar, .past, .coming, .vague, .season: return true
    case .weekday, .day, .month, .decade: return !word(index, "over") || phrase.end != nil
    default: return false
    }
  }

  /// “as early as”, with the second “as” at `index`.
  private func takeAs(_ index: Int, _ phrase: inout TimePhrase) {
    guard word(index - 2, "as"), word(index - 1, "early", "far", "late", "long", "recently", "soon")
    else { return }
    if word(index - 1, "early", "far") { phrase.relation = .since }
    if word(index - 1, "late", "long") { phrase.relation = .until }
    _ = take(3, &phrase)
  }

  // MARK: - To come

  /// “will meet on Monday”, “On Monday, he will”.
  private func isFuture(_ phrase: TimePhrase) -> Bool {
    switch phrase.expression {
    case .weekday, .day, .month, .season, .calendar(.weekend, 0): break
    default: return false
    }
    let start = phrase.tokens.lowerBound
    for index in stride(from: start - 1, through: max(sentence.lowerBound, start - 12), by: -1) {
      if foretells(index) { return true }
      if ends(index) { break }
    }
    guard start - sentence.lowerBound < 3 else { return false }
    let end = phrase.tokens.upperBound
    for index in end..<max(end, min(sentence.upperBound, end + 10)) {
      if foretells(index) { return true }
      if ends(index) { return false }
    }
    return false
  }

  private func foretells(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isWord || token.kind == .clitic else { return false }
    return text.word(
      index, isOneOf: "will", "wont", "shall", "would", "’ll", "'ll", "upcoming", "scheduled",
      "due",
      "slated", "planned", "expected")
  }

  private func ends(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.kind == .semicolon || token.kind == .colon
      || token.is(.cue) && !token.isCapitalised && !token.is(.nounCue)
  }
}
