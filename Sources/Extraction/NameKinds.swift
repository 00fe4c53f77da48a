// Person, organisation, or neither for sure.

enum NameKinds {
  static func name(_ chunk: Range<Int>, _ sentence: Range<Int>, _ text: Text) -> Name {
    let titles = titleCount(chunk, text)
    // “residents of ‹Khartoum›”, “President of ‹Ukraine›”: the name is not theirs.
    let start = chunk.lowerBound + titles
    if titles > 0, start + 1 < chunk.upperBound, text.word(start, isOneOf: "of") {
      return Name(tokens: (start + 1)..<chunk.upperBound, kind: .unknown, titles: nil)
    }
    let tokens = (chunk.lowerBound + titles)..<chunk.upperBound
    var name = Name(
      tokens: tokens, kind: kind(tokens, hasTitle: titles > 0, text),
      titles: titles > 0 ? chunk.lowerBound..<tokens.lowerBound : nil)
    name.isDoubtful = isDoubtful(name, sentence, text)
    return name
  }

  /// How many tokens at the front are titles: up to the last role that has a name behind it.
  private static func titleCount(_ chunk: Range<Int>, _ text: Text) -> Int {
    if !text.lexicon.isEnglish, let forename = forename(chunk, text) {
      return forename - chunk.lowerBound
    }
    var end = chunk.lowerBound
    var index = chunk.lowerBound
    while index + 1 < chunk.upperBound {
      let token = text.tokens[index]
      if token.is([.title, .role]) {
        end = index + 1
        // “Secretary of State Jason Kander”
        if index + 3 < chunk.upperBound, text.word(index + 1, isOneOf: "of") {
          end = index + 3
          index += 2
        }
      }
      index += 1
    }
    guard end < chunk.upperBound,
      !text.tokens[end..<chunk.upperBound].contains(where: { $0.is(.organisationHead) })
    else { return 0 }
    return end - chunk.lowerBound
  }

  /// “Президент України ‹Володимир› Зеленський”: where the name begins, behind an office of something.
  private static func forename(_ chunk: Range<Int>, _ text: Text) -> Int? {
    guard
      text.tokens[chunk.lowerBound].is([.role, .title, .organisationHead]) || isOwned(chunk, text)
    else { return nil }
    return chunk.dropFirst().dropLast().first { text.tokens[$0].is(.givenName) }
  }

  /// «мер ‹Харкова Ігор Терехов›»: a role stands before what it is the role of.
  private static func isOwned(_ chunk: Range<Int>, _ text: Text) -> Bool {
    chunk.lowerBound > 0 && text.tokens[chunk.lowerBound - 1].is([.role, .organisationHead])
  }

  private static func kind(_ tokens: Range<Int>, hasTitle: Bool, _ text: Text) -> Name.Kind {
    let words = text.tokens[tokens]
    guard let first = words.first, let last = words.last else { return .unknown }
    if words.contains(where: { $0.is(.knownOrganisation) }) { return .organisation }
    if last.is(.organisationHead), tokens.count > 1 || last.is(.collective) { return .organisation }
    if words.dropLast().contains(where: { $0.is(.organisationHead) }),
      text.word(tokens.lowerBound + 1, isOneOf: "of")
    {
      return .organisation
    }
    if words.contains(where: { $0.is(.organisationHead) && !$0.is(.givenName) }), tokens.count > 1 {
      return .organisation
    }
    if hasTitle { return .person }
    // “Douglas County Sheriff” of “Douglas County Sheriff’s Office”
    if words.dropFirst().contains(where: { $0.is(.placeRegion) }) { return .unknown }
    if first.is(.givenName), tokens.count > 1, tokens.count < 6 { return .person }
    if tokens.count > 2, isInitial(words[tokens.lowerBound + 1]) { return .person }
    if tokens.count == 1, first.shape.contains(.capitals) { return .organisation }
    return .unknown
  }

  private static func isInitial(_ token: Token) -> Bool {
    token.shape.contains(.dotted) && token.range.count == 2
  }

  /// One word at the head of a sentence that could be any word.
  private static func isDoubtful(_ name: Name, _ sentence: Range<Int>, _ text: Text) -> Bool {
    guard name.tokens.count == 1, name.titles == nil,
      name.tokens.lowerBound == first(sentence, text)
    else { return false }
    let token = text.tokens[name.tokens.lowerBound]
    if token.is([.givenName, .knownOrganisation]) || token.shape.contains(.capitals) {
      return token.is([.ordinary, .function])
    }
    if token.is([
      .collective, .role, .cue, .ordinary, .function, .timeUnit, .adverb, .organisationHead,
      .placeNoun,
    ]) {
      return true
    }
    let next = name.tokens.upperBound
    guard next < sentence.upperBound else { return true }
    // “Fallon said”, “Reed’s” and “Kyiv has” are names; “Fighting continued” may be none.
    let follower = text.tokens[next]
    return
      !(follower.kind == .clitic || follower.is([.cue, .auxiliary]) || follower.kind == .comma
      || follower.kind == .openBracket || follower.kind == .colon)
  }

  private static func first(_ sentence: Range<Int>, _ text: Text) -> Int {
    sentence.first { text.tokens[$0].isWord } ?? sentence.lowerBound
  }
}
