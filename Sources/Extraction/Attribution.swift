// What a cue attributes: the content's tokens.

/// A cue with its content, before speaker and kind are settled.
struct Attribution {
  let site: CueSite
  /// Token ranges in order, marks included.
  var content: [Range<Int>]
}

/// Finds the content of each cue of a sentence.
enum Attributions {
  static func find(in sentence: Sentence, _ text: Text) -> [Attribution] {
    let isEnglish = text.lexicon.isEnglish
    let sites =
      isEnglish ? CueSites.find(in: sentence, text) : ListedCues.find(in: sentence, text)
    var found: [Attribution] = []
    var taken = sentence.tokens.lowerBound
    // Behind the last marked words of what was found.
    var marked = taken
    for (number, site) in sites.enumerated() {
      // “Reed, who called it a lie, said …”: the subject stands before what the first cue took.
      guard site.tokens.lowerBound >= taken || site.form == .inverted || site.form == .participle
      else { continue }
      let following = sites.dropFirst(number + 1)
      let reading = { (from: Int) -> [Range<Int>] in
        isEnglish
          ? content(of: site, sentence.tokens, from: from, following: following, text)
          : ListedContent.find(site, sentence.tokens, from: from, following: following, text)
      }
      var said = reading(isEnglish && closesAll(site, sentence.tokens, text) ? marked : taken)
      // Two of one sentence never begin at one place.
      if found.contains(where: { $0.content[0].lowerBound == said.first?.lowerBound }) {
        said = reading(taken)
      }
      guard !said.isEmpty,
        site.tokens.lowerBound >= taken || said.contains(where: { $0.lowerBound >= taken })
      else { continue }
      found.append(Attribution(site: site, content: said))
      for range in said where range.contains(where: { text.runOfToken[$0] >= 0 }) {
        marked = max(marked, range.upperBound)
      }
      taken = max(taken, said.map(\.upperBound).max() ?? taken, site.whole.upperBound)
    }
    return found
  }

  /// “It told them that it had none‹, according to the report›.”: at its end a cue has the whole
  /// sentence for its content, with what others say in it.
  private static func closesAll(
    _ site: CueSite, _ sentence: Range<Int>, _ text: Text
  ) -> Bool {
    let (start, end) = (site.whole.lowerBound, site.whole.upperBound)
    return site.form != .participle && start > sentence.lowerBound
      && text.tokens[start - 1].kind == .comma && text.runOfToken[start - 1] < 0
      && (end == sentence.upperBound || text.tokens[end].endsSentence)
  }

  private static func content(
    of site: CueSite, _ sentence: Range<Int>, from taken: Int, following: ArraySlice<CueSite>,
    _ text: Text
  ) -> [Range<Int>] {
    switch site.form {
    case .accordingTo: return around(site, sentence, from: taken, text)
    case .inverted: return trailing(site, sentence, from: taken, text)
    case .passive: return reported(site, sentence, from: taken, text)
    case .plain, .participle, .noun: break
    }
    if site.form == .plain, site.whole.lowerBound > taken,
      text.runOfToken[site.whole.lowerBound - 1] >= 0
    {
      let around = trailing(site, sentence, from: taken, text)
      if !around.isEmpty { return around }
    }
    if isInserted(site, sentence, from: taken, text) {
      let around = trailing(site, sentence, from: taken, text)
      if !around.isEmpty { return around }
    }
    let limit = Clauses.end(from: site.whole.upperBound, sentence, following, text)
    if let leading = LeadingContent.find(site, limit: limit, sentence, text) {
      return isAside(site, leading, text) ? [] : [leading]
    }
    guard site.form == .plain else { return [] }
    return trailing(site, sentence, from: taken, text)
  }

  /// “‹The fall of the town› was reported by the agency”, “it was reported by the agency ‹that …›”
  private static func reported(
    _ site: CueSite, _ sentence: Range<Int>, from taken: Int, _ text: Text
  ) -> [Range<Int>] {
    let end = site.whole.upperBound
    if end + 1 < sentence.upperBound, text.word(end, isOneOf: "that") {
      return [Clauses.trimmed(end..<sentence.upperBound, text)]
    }
    guard let subject = NounPhrase.ending(before: site.whole.lowerBound, from: taken, text),
      !text.tokens[subject.tokens.lowerBound].is([.pronoun, .relative])
    else { return [] }
    return [subject.tokens]
  }

  /// “The plan‹, Reed said,› has failed”
  private static func isInserted(
    _ site: CueSite, _ sentence: Range<Int>, from taken: Int, _ text: Text
  ) -> Bool {
    let (start, end) = (site.whole.lowerBound, site.whole.upperBound)
    guard site.form == .plain, start - 1 > taken, end + 1 < sentence.upperBound else {
      return false
    }
    return text.tokens[start - 1].kind == .comma && text.tokens[end].kind == .comma
      && text.runOfToken[start - 1] < 0 && text.runOfToken[end] < 0
      && !text.word(end + 1, isOneOf: "that")
  }

  /// “…, as Ukraine demands more weapons”: the reporter tells of it in passing.
  private static func isAside(_ site: CueSite, _ content: Range<Int>, _ text: Text) -> Bool {
    guard site.form == .plain, let subject = site.subject?.tokens.lowerBound, subject > 0,
      text.word(subject - 1, isOneOf: "as", "while", "when", "after", "since"),
      text.tokens[site.tokens.lowerBound].is(.objectCue)
    else { return false }
    return !content.contains { text.runOfToken[$0] >= 0 }
      && !text.word(content.lowerBound, isOneOf: "that", "to")
  }

  /// “…, Reed said.” and “…, he said, …”
  static func trailing(
    _ site: CueSite, _ sentence: Range<Int>, from taken: Int, _ text: Text
  ) -> [Range<Int>] {
    let start = site.whole.lowerBound
    guard start > taken,
      let before = Clauses.before(start, from: taken, text), mayTrail(site, before, text)
    else { return [] }
    var content = [before]
    if let rest = Clauses.rest(after: site.whole.upperBound, sentence, first: before, text) {
      content.append(rest)
    }
    return content
  }

  /// Only verbs that take a whole sentence trail it.
  private static func mayTrail(
    _ site: CueSite, _ before: Range<Int>, _ text: Text
  ) -> Bool {
    let token = text.tokens[site.tokens.lowerBound]
    let start = site.whole.lowerBound
    if start > 0, text.runOfToken[start - 1] >= 0 { return true }
    return token.is(.bareCue) || !text.lexicon.isEnglish
      || text.word(site.tokens.lowerBound, in: .trailing)
      || !token.is([.objectCue, .infinitiveCue]) && before.contains { text.runOfToken[$0] >= 0 }
  }

  /// The sentence without “according to …”.
  static func around(
    _ site: CueSite, _ sentence: Range<Int>, from taken: Int, _ text: Text
  ) -> [Range<Int>] {
    let (start, end) = (site.whole.lowerBound, site.whole.upperBound)
    let before = Clauses.trimmed(taken..<start, text)
    let after =
      Clauses.rest(after: end, sentence, first: before, text)
      ?? Clauses.marked(after: end, sentence, text)
    if before.count > 2 { return after.map { [before, $0] } ?? [before] }
    return after.map { [$0] } ?? Clauses.main(after: end, sentence, text).map { [$0] } ?? []
  }
}
