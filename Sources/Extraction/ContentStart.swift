// Where the content that stands behind its cue begins.

/// A walk over the words behind a cue: time, place and whom it was said to are passed over.
struct ContentStart {
  /// How far behind the cue its content may begin, in tokens.
  private static let reach = 18
  /// How far an “if” or “that” may stand behind what it belongs to, in tokens.
  private static let apart = 8

  private let text: Text
  private let verb: Int
  private let first: Int
  private let limit: Int
  private let stop: Int
  private var index: Int
  /// Where content may begin that nothing but a day may part from its verb.
  private var lead: Int
  private var crossedComma = false
  /// Words were passed over that may belong to what comes next.
  private var skippedPhrase = false

  /// What the word at `index` tells.
  private enum Step {
    case begins(at: Int)
    case ends, goesOn
  }

  /// - Parameter first: the first token behind the cue and its subject.
  static func find(_ verb: Int, from first: Int, to limit: Int, _ text: Text) -> Int? {
    var walk = ContentStart(verb, from: first, to: limit, text)
    return walk.question() ?? walk.run()
  }

  private init(_ verb: Int, from first: Int, to limit: Int, _ text: Text) {
    self.text = text
    self.verb = verb
    self.first = first
    self.limit = limit
    stop = min(limit, first + Self.reach)
    index = first
    lead = first
  }

  private mutating func run() -> Int? {
    while index < stop {
      switch step() {
      case .begins(let start): return start
      case .ends: return nil
      case .goesOn: break
      }
    }
    return nil
  }

  private mutating func step() -> Step {
    if let step = opened() ?? punctuated() { return step }
    if mayBegin, let start = direct(isFirst: index == first) { return .begins(at: start) }
    if passedTime() { return .goesOn }
    if index == first, Self.isAddressed(verb, text), let end = addressee() {
      index = end
      if index < limit, let start = direct(isFirst: true) { return .begins(at: start) }
      return .goesOn
    }
    skippedPhrase = true
    index += 1
    return .goesOn
  }

  // MARK: - Words that open it

  private func opened() -> Step? {
    if text.runOfToken[index] >= 0 { return .begins(at: index) }
    if text.word(index, isOneOf: "that", "whether", "why", "how") {
      return crossedComma && index == first ? .ends : .begins(at: index)
    }
    if index == first, text.word(index, isOneOf: "if", "what", "who", "where", "when") {
      return .begins(at: index)
    }
    if index == lead, text.word(index, isOneOf: "to"), text.tokens[verb].is(.infinitiveCue) {
      return .begins(at: index)
    }
    return announced().map { .begins(at: $0) }
  }

  private mutating func punctuated() -> Step? {
    switch text.tokens[index].kind {
    case .colon: return index + 1 < limit ? .begins(at: index + 1) : .ends
    case .stop, .semicolon, .question, .exclamation, .dash: return .ends
    case .comma:
      crossedComma = true
      return nil
    default: return nil
    }
  }

  /// “asked Ana Ruiz ‹if› the council would stay”
  private func question() -> Int? {
    guard text.lexeme(verb).stance == .asked else { return nil }
    for index in first..<max(first, min(stop, first + Self.apart)) {
      guard text.tokens[index].isWord, text.runOfToken[index] < 0 else { return nil }
      if text.word(index, isOneOf: "if", "whether") { return index }
    }
    return nil
  }

  /// “said ‹in a speech on Friday› that”, “announced ‹last week› that”: the “that” which follows words
  /// for time and place.
  private func announced() -> Int? {
    guard
      text.tokens[index].is(.preposition)
        || text.word(index, isOneOf: "this", "last", "next", "late", "earlier")
    else { return nil }
    for next in (index + 1)..<min(stop, index + 1 + Self.apart) {
      let token = text.tokens[next]
      if text.word(next, isOneOf: "that") { return next }
      guard token.isWord || token.kind == .number || token.kind == .clitic,
        text.runOfToken[next] < 0, !token.is([.cue, .auxiliary, .relative, .conjunction])
      else { return nil }
    }
    return nil
  }

  // MARK: - Content without such a word

  private var mayBegin: Bool {
    let token = text.tokens[index]
    let isGoverned = index > first && text.tokens[index - 1].is(.preposition)
    return !crossedComma && !isGoverned
      && (!skippedPhrase || token.is([.determiner, .pronoun, .possessive]) || token.isCapitalised)
  }

  /// A clause, an infinitive, an object.
  private func direct(isFirst: Bool) -> Int? {
    let (cue, token) = (text.tokens[verb], text.tokens[index])
    guard isFirst || cue.is(.bareCue) else { return nil }
    if cue.is(.infinitiveCue), isFirst, text.word(index, isOneOf: "to", "not") { return index }
    if Self.isAddressed(verb, text), isFirst {
      return text.word(index, isOneOf: "to") ? index : nil
    }
    guard token.isWord || token.kind == .number || token.kind == .symbol else { return nil }
    if cue.is(.bareCue), beginsClause { return index }
    return cue.is(.objectCue) && isFirst
      && (beginsClause || CueSites.isParticiple(index, text)) ? index : nil
  }

  private var beginsClause: Bool {
    let token = text.tokens[index]
    if token.is([.weekday, .month, .adverb]), !token.is([.determiner]) { return false }
    if token.is(.preposition), !token.is([.determiner]) {
      return text.word(index, isOneOf: "at") && text.word(index + 1, isOneOf: "least", "most")
    }
    return !token.is([.auxiliary, .relative, .conjunction])
      || text.word(index, isOneOf: "that", "which")
  }

  // MARK: - Words passed over

  /// “on Tuesday”, “late on Tuesday”, “50 times”
  private mutating func passedTime() -> Bool {
    let token = text.tokens[index]
    var words = 0
    if token.is([.weekday, .month, .adverb, .timeUnit]) || token.kind == .number {
      words = 1
      skippedPhrase = false
    } else if token.is(.preposition), index + 1 < stop,
      text.tokens[index + 1].is([.weekday, .month])
    {
      words = 2
    }
    if index == lead { lead += words }
    index += words
    return words > 0
  }

  /// tell, inform, remind, assure: whom comes before what.
  static func isAddressed(_ verb: Int, _ text: Text) -> Bool {
    let lemma = text.lexeme(verb).lemma
    return ["tell", "inform", "remind", "assure"].contains(lemma)
  }

  /// The end of the words that name who is told.
  private func addressee() -> Int? {
    NounPhrase.starting(at: index, to: stop, text)?.tokens.upperBound
  }
}
