// From the words that a cue belongs to, to who they mean.

/// Resolves noun phrases to speakers.
struct Speakers {
  let text: Text
  let names: Names
  let people: People
  /// The country that an adjective names, by its tokens: “Ukrainian” → “Ukraine”.
  let country: (Range<Int>) -> String?
  /// The person cited last, and the token where.
  private var lastPerson: (person: Int, token: Int)?

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
    if let person = person(in: tokens) ?? explaining(tokens) { return named(person, phrase) }
    return nominal(phrase)
  }

  // MARK: - Pronouns

  private mutating func pronoun(_ phrase: NounPhrase, _ token: Token) -> Speaker {
    let position = phrase.tokens.lowerBound
    var speaker = Speaker(
      name: text.string(text.range(phrase.tokens)), mention: text.range(phrase.tokens),
      confidence: 0.7)
    let gender: Person.Gender? =
      token.is(.he) || text.word(position, isOneOf: "his")
      ? .male : token.is(.she) || text.word(position, isOneOf: "her") ? .female : nil
    guard let gender else { return speaker }
    guard let person = candidate(gender, before: position) else { return speaker }
    fill(&speaker, person)
    speaker.resolvedFrom = text.range(people.all[person].name)
    speaker.confidence = 0.75
    lastPerson = (person, position)
    return speaker
  }

  /// How many sentences back a pronoun looks for what they are about.
  private static let sentences = 4

  /// Who is cited or the subject in the sentence itself or the nearest before it; else who was cited
  /// last, or is named nearest.
  private func candidate(_ gender: Person.Gender, before token: Int) -> Int? {
    var number = text.sentence(of: token)
    let first = max(0, number - Self.sentences)
    while number >= first {
      let tokens = text.sentences[number].tokens
      let range = tokens.lowerBound..<min(token, tokens.upperBound)
      if let lastPerson, range.contains(lastPerson.token), suits(lastPerson.person, gender) {
        return lastPerson.person
      }
      if let subject = subject(in: range),
        people.all[subject].gender == gender || !text.lexicon.isEnglish && suits(subject, gender)
      {
        return subject
      }
      number -= 1
    }
    if let lastPerson, suits(lastPerson.person, gender),
      people.isMentioned(lastPerson.person, before: token, within: 200)
    {
      return lastPerson.person
    }
    return people.last(before: token, gender)
  }

  private func suits(_ person: Int, _ gender: Person.Gender) -> Bool {
    people.all[person].gender.map { $0 == gender } ?? true
  }

  /// The first person named in a sentence, before its verb, who is no object and owns nothing.
  private func subject(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let name = names.ofToken[index]
      guard name >= 0, text.runOfToken[index] < 0 else {
        if text.runOfToken[index] < 0, text.tokens[index].is([.auxiliary, .he, .she]) {
          return nil
        }
        index += 1
        continue
      }
      let whole = names.all[Int(name)].whole
      let person = people.ofName[Int(name)]
      let isOwner =
        whole.upperBound < text.tokens.count && text.tokens[whole.upperBound].kind == .clitic
      let isObject = index > range.lowerBound && text.tokens[index - 1].is(.preposition)
      if person >= 0, !isOwner, !isObject { return Int(person) }
      index = max(index + 1, whole.upperBound)
    }
    return nil
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

  /// “The mayor, ‹Ihor Terekhov›, said”
  private func explaining(_ tokens: Range<Int>) -> Int? {
    let next = tokens.upperBound + 1
    guard next < text.tokens.count, text.tokens[next - 1].kind == .comma,
      text.tokens[tokens].contains(where: { $0.is(.role) }), names.ofToken[next] >= 0
    else { return nil }
    let name = names.all[Int(names.ofToken[next])]
    let person = people.ofName[Int(names.ofToken[next])]
    let end = name.whole.upperBound
    guard person >= 0, name.tokens.count > 1, name.whole.lowerBound == next,
      end < text.tokens.count, text.tokens[end].kind == .comma
    else { return nil }
    return Int(person)
  }

  private mutating func named(_ person: Int, _ phrase: NounPhrase) -> Speaker {
    var speaker = Speaker(name: "", mention: text.range(phrase.tokens), confidence: 0.95)
    fill(&speaker, person)
    let name = people.all[person].name
    if !phrase.tokens.contains(name.lowerBound),
      !text.string(text.range(phrase.tokens)).contains(speaker.name)
    {
      speaker.resolvedFrom = text.range(name)
      speaker.confidence = 0.9
    }
    lastPerson = (person, phrase.tokens.lowerBound)
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
      lastPerson = (person, phrase.tokens.lowerBound)
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
