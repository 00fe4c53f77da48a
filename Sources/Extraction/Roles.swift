// What a text says that somebody is: “spokesperson for the group”, “Ukrainian President”.

/// Role, affiliation and what they tell of the gender.
struct Description {
  var role: String?
  /// Tokens, without the determiner.
  var affiliation: Range<Int>?
  var gender: Person.Gender?
}

enum Roles {
  /// How many words a role may have.
  private static let longest = 5

  static func describe(_ name: Name, _ text: Text, _ names: Names) -> Description {
    let sentence = text.sentences[text.sentence(of: name.tokens.lowerBound)].tokens.lowerBound
    if !text.lexicon.isEnglish {
      if let found = headed(name.tokens.lowerBound, from: sentence, text) { return found }
      return behind(name.tokens.upperBound, text) ?? Description()
    }
    if let titles = name.titles, let found = inTitles(titles, text) { return found }
    if name.tokens.lowerBound > sentence, let found = before(name.tokens.lowerBound, text) {
      return found
    }
    if let found = explained(name.tokens, text) { return found }
    return behind(name.tokens.upperBound, text) ?? Description()
  }

  private static func inTitles(_ titles: Range<Int>, _ text: Text) -> Description? {
    guard let last = titles.last(where: { text.tokens[$0].is(.role) }) else { return nil }
    var first = last
    while first > titles.lowerBound, text.tokens[first - 1].is([.roleBefore, .role]) { first -= 1 }
    let affiliation = titles.lowerBound..<first
    return Description(
      role: lowered(first..<(last + 1), text), affiliation: affiliation.isEmpty ? nil : affiliation,
      gender: gender(last, text))
  }

  /// “Le président russe ‹Vladimir Poutine›”, «мер Харкова ‹Ігор Терехов›», “le maire de Lyon, ‹Jean
  /// Petit›”: the nearest role before the name, and what stands between.
  private static func headed(_ start: Int, from sentence: Int, _ text: Text) -> Description? {
    var end = start
    if end - 1 > sentence, text.tokens[end - 1].kind == .comma { end -= 1 }
    var role = end - 1
    while role >= sentence, end - role < 2 * longest, text.runOfToken[role] < 0 {
      let token = text.tokens[role]
      if token.is(.role) { break }
      guard
        ListedPhrase.isNoun(role, text) || ListedPhrase.isLink(role, text)
          || token.is(.determiner) || token.kind == .hyphen
      else { return nil }
      role -= 1
    }
    guard role >= sentence, text.tokens[role].is(.role) else { return nil }
    var owner = role + 1
    while owner < end, ListedPhrase.isLink(owner, text) || text.tokens[owner].is(.determiner) {
      owner += 1
    }
    return Description(
      role: lowered(role..<(role + 1), text), affiliation: owner < end ? owner..<end : nil,
      gender: gender(role, text))
  }

  /// “campaign spokesman ‹Brian Fallon›”
  private static func before(_ start: Int, _ text: Text) -> Description? {
    guard start > 0 else { return nil }
    let last = start - 1
    guard text.tokens[last].is([.role, .organisationHead]), text.tokens[last].isWord,
      !text.tokens[last].isCapitalised,
      text.runOfToken[last] < 0
    else { return nil }
    var first = last
    while first > 0, last - first < longest, isPlain(first - 1, text) { first -= 1 }
    var owner = first
    while owner > 0, first - owner < longest, text.tokens[owner - 1].isWord,
      text.tokens[owner - 1].isCapitalised, !text.tokens[owner - 1].is(.function)
    {
      owner -= 1
    }
    return Description(
      role: lowered(first..<(last + 1), text), affiliation: owner < first ? owner..<first : nil,
      gender: gender(last, text))
  }

  /// “the mayor of Kyiv, ‹Olena Marchenko›,”: an office of something, and who holds it.
  private static func explained(_ name: Range<Int>, _ text: Text) -> Description? {
    let comma = name.lowerBound - 1
    guard name.count > 1, comma > 1, text.tokens[comma].kind == .comma, text.runOfToken[comma] < 0,
      name.upperBound == text.tokens.count || !text.tokens[name.upperBound].isWord
    else { return nil }
    var role = comma - 1
    while role > 0, comma - role < 2 * longest, text.tokens[role].isWord, text.runOfToken[role] < 0,
      !text.tokens[role].is([.role, .auxiliary, .cue, .relative, .conjunction])
    {
      role -= 1
    }
    guard text.tokens[role].is(.role), !text.tokens[role].isCapitalised, role > 0,
      text.tokens[role - 1].is([.determiner, .roleBefore])
        || text.tokens[role - 1].isCapitalised
    else { return nil }
    let owner = affiliation(behind: role + 1, text).map { $0.clamped(to: role..<comma) }
    return Description(
      role: lowered(role..<(role + 1), text), affiliation: owner.flatMap { $0.isEmpty ? nil : $0 },
      gender: gender(role, text))
  }

  /// “‹Ana Ruiz›, 45, a spokeswoman for the ministry, …”
  private static func behind(_ end: Int, _ text: Text) -> Description? {
    guard end + 1 < text.tokens.count, text.tokens[end].kind == .comma else { return nil }
    var first = end + 1
    if text.tokens[first].kind == .number, first + 2 < text.tokens.count,
      text.tokens[first + 1].kind == .comma
    {
      first += 2
    }
    while first < text.tokens.count, text.tokens[first].is([.determiner, .possessive]) {
      first += 1
    }
    var last = first
    while last < min(first + longest, text.tokens.count),
      isPlain(last, text) || text.tokens[last].is(.role) || text.tokens[last].kind == .hyphen
        || text.tokens[last].isCapitalised && text.tokens[last].isWord
    {
      if text.tokens[last].is(.role),
        last + 1 >= text.tokens.count || !text.tokens[last + 1].is(.role)
      {
        break
      }
      last += 1
    }
    guard last < text.tokens.count, text.tokens[last].is(.role) else { return nil }
    var start = first
    var affiliation: Range<Int>?
    while start < last, text.tokens[start].isCapitalised { start += 1 }
    if start > first { affiliation = first..<start }
    return Description(
      role: lowered(start..<(last + 1), text),
      affiliation: self.affiliation(behind: last + 1, text) ?? affiliation,
      gender: gender(last, text))
  }

  /// “for the ‹Luhansk operational tactical group›”
  private static func affiliation(behind start: Int, _ text: Text) -> Range<Int>? {
    guard
      text.word(start, isOneOf: "for", "of", "at", "with")
        || start < text.tokens.count && text.word(start, in: .of)
    else {
      return nil
    }
    var first = start + 1
    while first < text.tokens.count, text.tokens[first].is([.determiner, .possessive]) {
      first += 1
    }
    var end = first
    while end < text.tokens.count, end - first < 10,
      text.tokens[end].isWord || text.tokens[end].kind == .hyphen,
      !text.tokens[end].is([.auxiliary, .relative]),
      !(text.tokens[end].is(.cue) && !text.tokens[end].isCapitalised
        && !text.tokens[end].is(.role)),
      !text.tokens[end].is([.conjunction, .preposition])
        || text.word(end, isOneOf: "of", "and", "for") && end + 1 < text.tokens.count
          && text.tokens[end + 1].isWord
    {
      end += 1
    }
    while end > first, text.tokens[end - 1].is([.preposition, .conjunction, .determiner]) {
      end -= 1
    }
    return end > first ? first..<end : nil
  }

  private static func isPlain(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    guard token.isWord, !token.isCapitalised, text.runOfToken[index] < 0 else { return false }
    return !token.is([
      .determiner, .possessive, .preposition, .conjunction, .auxiliary, .relative, .pronoun,
      .adverb, .timeUnit,
    ]) && !(token.is(.cue) && !token.is([.role, .nounCue])) || token.is(.roleBefore)
  }

  private static func gender(_ index: Int, _ text: Text) -> Person.Gender? {
    let token = text.tokens[index]
    return token.is(.femaleRole) ? .female : token.is(.maleRole) ? .male : nil
  }

  /// The words in lower case, singular as the list of roles has it.
  static func lowered(_ tokens: Range<Int>, _ text: Text) -> String {
    let last = tokens.upperBound - 1
    let lemma = text.lexeme(last).lemma
    var words = tokens.dropLast().map { text.string(text.tokens[$0].range).lowercased() }
    words.append(
      lemma.isEmpty || !text.tokens[last].is(.role)
        ? text.string(text.tokens[last].range).lowercased() : lemma)
    return words.joined(separator: " ")
  }
}
