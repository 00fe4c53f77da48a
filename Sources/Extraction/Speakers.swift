// From the words that a cue belongs to, to who they mean.

/// Resolves noun phrases to speakers.
struct Speakers {
  let text: Text
  let names: Names
  let people: People
  /// The country that an adjective names, by its tokens: “Ukrainian” → “Ukraine”.
  let country: (Range<Int>) -> String?
  /// The person cited last; a pronoun means them first.
  var lastPerson: Int?

  init(_ text: Text, _ names: Names, _ people: People, country: @escaping (Range<Int>) -> String?) {
    self.text = text
    self.names = names
    self.people = people
    self.country = country
  }

  mutating func speaker(_ phrase: NounPhrase) -> Speaker {
    let tokens = phrase.tokens
    let first = text.tokens[tokens.lowerBound]
    if tokens.count == 1, first.is(.pronoun), !first.is(.possessive) || first.is([.he, .she]) {
      return pronoun(phrase, first)
    }
    if tokens.count == 1, first.is(.possessive) { return pronoun(phrase, first) }
    if let person = person(in: tokens) { return named(person, phrase) }
    return nominal(phrase)
  }

  // MARK: - Pronouns

  private mutating func pronoun(_ phrase: NounPhrase, _ token: Token) -> Speaker {
    let position = phrase.tokens.lowerBound
    var speaker = Speaker(
      name: text.string(text.range(phrase.tokens)), mention: text.range(phrase.tokens),
      confidence: 0.5)
    let gender: Person.Gender? =
      token.is(.he) || text.word(position, isOneOf: "his")
      ? .male : token.is(.she) || text.word(position, isOneOf: "her") ? .female : nil
    guard let gender else { return speaker }
    guard let person = candidate(gender, before: position) else { return speaker }
    fill(&speaker, person)
    speaker.resolvedFrom = text.range(antecedent(of: person, before: position))
    speaker.confidence = 0.75
    lastPerson = person
    return speaker
  }

  private func candidate(_ gender: Person.Gender, before token: Int) -> Int? {
    if let lastPerson, people.all[lastPerson].gender.map({ $0 == gender }) ?? true,
      people.isMentioned(lastPerson, before: token, within: 200)
    {
      return lastPerson
    }
    return people.last(before: token, gender)
  }

  /// The name where the person was met with it last before a token.
  private func antecedent(of person: Int, before token: Int) -> Range<Int> {
    let name = people.all[person].name
    return name
  }

  // MARK: - Names

  /// The person whose name ends the phrase, or stands before what explains it.
  private func person(in tokens: Range<Int>) -> Int? {
    var found: Int?
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let name = names.ofToken[index]
      if name >= 0, people.ofName[Int(name)] >= 0 {
        let whole = names.all[Int(name)].whole
        let isOwner =
          whole.upperBound < tokens.upperBound && text.tokens[whole.upperBound].kind == .clitic
        let isObject = index > tokens.lowerBound && text.tokens[index - 1].is(.preposition)
        if !isOwner, !isObject { found = Int(people.ofName[Int(name)]) }
        index = max(index + 1, whole.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  private mutating func named(_ person: Int, _ phrase: NounPhrase) -> Speaker {
    var speaker = Speaker(name: "", mention: text.range(phrase.tokens), confidence: 0.95)
    fill(&speaker, person)
    let name = people.all[person].name
    let isWhole = phrase.tokens.contains(name.lowerBound)
    let holdsName = text.string(text.range(phrase.tokens)).contains(speaker.name)
    if !isWhole, !holdsName {
      speaker.resolvedFrom = text.range(name)
      speaker.confidence = 0.9
    }
    lastPerson = person
    return speaker
  }

  private func fill(_ speaker: inout Speaker, _ index: Int) {
    let person = people.all[index]
    speaker.name = text.string(text.range(person.name))
    speaker.role = person.role
    speaker.affiliation = person.affiliation.map { country($0) ?? text.string(text.range($0)) }
    speaker.sector = Sectors.of(person.affiliation, text) ?? Sectors.ofRole(person.role, text)
  }

  // MARK: - Everyone else

  private mutating func nominal(_ phrase: NounPhrase) -> Speaker {
    let tokens = withoutDeterminer(phrase.tokens)
    if let person = byRole(phrase.tokens) {
      var speaker = Speaker(name: "", mention: text.range(phrase.tokens), confidence: 0.85)
      fill(&speaker, person)
      speaker.resolvedFrom = text.range(people.all[person].name)
      lastPerson = person
      return speaker
    }
    var speaker = Speaker(
      name: text.string(text.range(tokens)), mention: text.range(phrase.tokens), confidence: 0.8)
    if let name = trailingName(tokens), name.tokens.lowerBound > tokens.lowerBound,
      !text.tokens[name.tokens.lowerBound - 1].isCapitalised,
      text.tokens[name.tokens.lowerBound - 1].isWord
    {
      speaker.name = text.string(text.range(name.tokens))
      speaker.role = Roles.lowered(tokens.lowerBound..<name.tokens.lowerBound, text)
    }
    speaker.sector = Sectors.of(tokens, text)
    return speaker
  }

  /// “website ‹DeepState›”: a name that what stands before it describes.
  private func trailingName(_ tokens: Range<Int>) -> Name? {
    guard let last = tokens.last, let name = names[token: last],
      name.whole.lowerBound > tokens.lowerBound,
      name.whole.upperBound == tokens.upperBound,
      text.tokens[name.whole.lowerBound - 1].is([.role, .organisationHead])
    else { return nil }
    return name
  }

  private func withoutDeterminer(_ tokens: Range<Int>) -> Range<Int> {
    var first = tokens.lowerBound
    while first < tokens.upperBound - 1, text.tokens[first].is([.determiner, .possessive]) {
      first += 1
    }
    return first..<tokens.upperBound
  }

  /// “the Ukrainian president”: somebody whom the text gave that role before.
  private func byRole(_ tokens: Range<Int>) -> Int? {
    guard let last = tokens.last, text.tokens[last].is(.role),
      text.word(tokens.lowerBound, isOneOf: "the", "that", "this")
        || !text.lexicon.isEnglish
          && (text.tokens[tokens.lowerBound].is(.determiner) || tokens.count == 1),
      tokens.count < 5
    else { return nil }
    let role = text.lexeme(last).lemma
    let wanted = min(tokens.lowerBound + 1, last)..<last
    let owner = wanted.isEmpty ? nil : country(wanted) ?? text.string(text.range(wanted))
    return people.last(before: tokens.lowerBound, role: role) { person in
      guard let owner, wanted.contains(where: { text.tokens[$0].isCapitalised }) else {
        return true
      }
      let own = person.affiliation.map { country($0) ?? text.string(text.range($0)) }
      return own == owner
    }
  }
}
