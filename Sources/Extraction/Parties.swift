// Who fights, in the words of a text: “Russian forces”, “the rebels”, “Moscow”.

import Gazetteer

/// A side of a conflict as a sentence names it.
struct Party {
  let tokens: Range<Int>
  /// A country's name, else the words without their determiner.
  let name: String
  /// The country whose side it is, where the words tell one.
  let country: Place?
}

/// Finds parties among the words of a text.
struct Parties {
  let text: Text
  let names: Names
  let places: Places
  let gazetteer: Gazetteer

  /// The party that a phrase names; nil where it names none.
  func party(_ phrase: NounPhrase) -> Party? {
    let tokens = withoutDeterminer(phrase.tokens)
    guard let last = tokens.last else { return nil }
    if let country = country(of: tokens) {
      return Party(tokens: phrase.tokens, name: gazetteer.name(of: country), country: country)
    }
    guard text.tokens[last].is(.force) || isOrganisation(tokens) else { return nil }
    return Party(tokens: phrase.tokens, name: name(tokens), country: nil)
  }

  /// The party whose words end just before a token.
  func party(endingBefore end: Int, from start: Int) -> Party? {
    NounPhrase.ending(before: end, from: start, text).flatMap { party($0) }
  }

  /// The party whose words begin at a token: “by ‹Russian-backed separatists›”.
  func party(at start: Int, to end: Int) -> Party? {
    var first = start
    while first < end, text.tokens[first].is(.determiner) { first += 1 }
    guard first < end, text.tokens[first].isWord else { return nil }
    var next = first + 1
    while next < min(end, first + 8), continues(next) { next += 1 }
    return party(NounPhrase(tokens: first..<next))
  }

  /// The only foreign side that a sentence names, from the point of view of a place.
  func invader(of place: Place, in sentence: Range<Int>) -> Party? {
    let home = gazetteer.country(of: place)
    var found: Party?
    for index in places.indexes(in: sentence) where places.mentions[index].kind != .name {
      let tokens = places.tokens[index]
      guard let country = places.mentions[index].place.flatMap({ gazetteer.country(of: $0) }),
        country != home
      else { continue }
      if let found, found.country != country { return nil }
      found = Party(tokens: tokens, name: gazetteer.name(of: country), country: country)
    }
    return found
  }

  /// The first party of a stretch of a sentence.
  func first(in range: Range<Int>) -> Party? {
    for index in range {
      guard text.tokens[index].is(.force), text.tokens[index].isWord,
        let party = party(endingBefore: index + 1, from: range.lowerBound)
      else { continue }
      return party
    }
    return nil
  }

  // MARK: - Words

  /// The country of “Russian forces”, “Moscow” and “Russia”; not of “Russian-backed separatists”.
  private func country(of tokens: Range<Int>) -> Place? {
    for index in places.indexes(in: tokens) {
      let mention = places.mentions[index]
      let end = places.tokens[index].upperBound
      let isWhole = places.tokens[index] == tokens
      switch mention.kind {
      case .demonym where end < tokens.upperBound && text.tokens[end].kind == .hyphen: return nil
      case .demonym, .government: break
      case .name where isWhole && mention.place.map { gazetteer.feature(of: $0) } == .country: break
      default: continue
      }
      return mention.place.flatMap { gazetteer.country(of: $0) }
    }
    return nil
  }

  private func isOrganisation(_ tokens: Range<Int>) -> Bool {
    guard let name = names[token: tokens.upperBound - 1] else { return false }
    return name.kind == .organisation && name.tokens.upperBound == tokens.upperBound
  }

  private func continues(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .hyphen || token.kind == .clitic { return true }
    return token.isWord
      && !token.is([
        .preposition, .conjunction, .auxiliary, .determiner, .adverb, .relative, .cue, .controlVerb,
      ]) && !text.tokens[index - 1].is(.force) || token.is(.force)
  }

  private func withoutDeterminer(_ tokens: Range<Int>) -> Range<Int> {
    var first = tokens.lowerBound
    while first < tokens.upperBound - 1, text.tokens[first].is([.determiner, .possessive]) {
      first += 1
    }
    return first..<tokens.upperBound
  }

  /// The words; “rebel” of “rebel control” means rebels.
  private func name(_ tokens: Range<Int>) -> String {
    let words = text.string(text.range(tokens))
    guard tokens.count == 1, text.tokens[tokens.lowerBound].is(.force) else { return words }
    let word = words.lowercased()
    return text.lexicon.lexeme(of: word + "s").classes.has(.force) ? word + "s" : word
  }
}
