// Marked words that no cue attributes.

import Gazetteer

extension Quotations {
  /// Words of a run from which it can be a statement of its own.
  private static let sentential = 4

  mutating func addAlone(_ run: Int, _ sentence: Sentence) {
    let marked = text.runs[run]
    let words = marked.content.filter { text.tokens[$0].isWord }.count
    guard words > 0, !isTitle(marked) else { return }
    let isWhole = !sentence.tokens.contains {
      text.runOfToken[$0] != Int32(run) && text.tokens[$0].isWord && text.runOfToken[$0] < 0
    }
    if isWhole { return addContinued(run, words, sentence) }
    guard words >= Self.sentential || endsLikeSentence(marked), !isCalled(marked) else { return }
    if let speaker = named(before: marked.tokens.lowerBound, sentence) {
      return append(run, speaker, sentence)
    }
    let subject = SentenceSubject.find(sentence.tokens, before: marked.tokens.lowerBound, text)
    if let last, last.block == sentence.block, subject.map(isImpersonal) ?? true {
      return append(run, inherited(found[last.quotation].speaker, 0.7), sentence)
    }
    guard let subject else {
      if words >= Self.sentential, endsLikeSentence(marked) {
        unresolved.append(
          Unresolved(
            .quotation, text.range(marked.content), "marked words beside no verb of speech"))
      }
      return
    }
    var speaker = speakers.speaker(subject)
    speaker.confidence = min(speaker.confidence, 0.7)
    append(run, speaker, sentence)
  }

  /// “It is “…””: what somebody says of something, and not that which says it.
  private func isImpersonal(_ subject: NounPhrase) -> Bool {
    let first = text.tokens[subject.tokens.lowerBound]
    return subject.tokens.count == 1 && first.is([.they, .otherPronoun])
  }

  /// “Ana Ruiz: “…””: a name and a colon say whose words follow.
  private mutating func named(before mark: Int, _ sentence: Sentence) -> Speaker? {
    guard mark - 1 > sentence.tokens.lowerBound, text.tokens[mark - 1].kind == .colon,
      text.tokens[mark - 2].isCapitalised,
      let phrase = NounPhrase.ending(before: mark - 1, from: sentence.tokens.lowerBound, text),
      Subjects.canSpeak(phrase, text)
        || text.word(phrase.tokens.lowerBound - 1, isOneOf: "from")
    else { return nil }
    var speaker = speakers.speaker(phrase)
    speaker.confidence = min(speaker.confidence, 0.8)
    return speaker
  }

  /// A sentence in marks: whoever spoke last in the paragraph, or was introduced before it.
  private mutating func addContinued(_ run: Int, _ words: Int, _ sentence: Sentence) {
    let marked = text.runs[run]
    guard words > 2 || endsLikeSentence(marked) else { return }
    if let last, last.block == sentence.block {
      let previous = found[last.quotation]
      guard !(previous.kind == .direct && marked.isClosed && previous.cue != nil) else {
        return extend(last.quotation, run, sentence)
      }
      return append(run, inherited(previous.speaker, 0.85), sentence)
    }
    if let last, last.block + 1 == sentence.block,
      last.end == text.blocks[last.block].tokens.upperBound
    {
      return append(run, inherited(found[last.quotation].speaker, 0.7), sentence)
    }
    append(run, introduced(before: sentence), sentence)
  }

  /// “…,” Reed said. ‹“…”› belongs to what Reed said.
  private mutating func extend(_ quotation: Int, _ run: Int, _ sentence: Sentence) {
    let inside = text.range(text.runs[run].content)
    use(run)
    found[quotation].spans.append(inside)
    found[quotation].fragments.append(inside)
    for place in places.named(in: [inside]) where !found[quotation].about.contains(place) {
      found[quotation].about.append(place)
    }
    let evidence = found[quotation].evidence
    found[quotation].evidence =
      evidence.lowerBound..<max(evidence.upperBound, text.range(text.runs[run].tokens).upperBound)
    last = (quotation, sentence.block, sentence.tokens.upperBound)
  }

  /// The speaker of the quotation before, whose words for them gave the name. A pronoun gave none: it
  /// stays what is there of them, beside what it was resolved from.
  func inherited(_ speaker: Speaker?, _ confidence: Double) -> Speaker? {
    guard var speaker else { return nil }
    if let mention = speaker.mention, speaker.resolvedFrom == nil || !isPronoun(mention) {
      speaker.resolvedFrom = mention
      speaker.mention = nil
    }
    speaker.confidence = min(speaker.confidence, confidence)
    return speaker
  }

  private func isPronoun(_ mention: Range<Int>) -> Bool {
    let word = Array(text.string(mention).lowercased().utf8)
    let lexicon = text.lexicon
    return lexicon.lexemes[Int(lexicon.number(of: word[...]))].classes.has(.pronoun)
  }

  /// The subject of the sentence before, in the paragraph or at the end of the one before.
  private mutating func introduced(before sentence: Sentence) -> Speaker? {
    guard let previous, previous.block + 1 >= sentence.block,
      text.blocks[previous.block].kind != .heading,
      let subject = SentenceSubject.find(
        previous.tokens, before: previous.tokens.upperBound, text)
    else { return nil }
    var speaker = speakers.speaker(subject)
    speaker.confidence = min(speaker.confidence, 0.7)
    return speaker
  }

  private mutating func append(_ run: Int, _ speaker: Speaker?, _ sentence: Sentence) {
    let marked = text.runs[run]
    let inside = text.range(marked.content)
    use(run)
    guard begins.insert(inside.lowerBound).inserted else { return }
    if speaker == nil {
      unresolved.append(Unresolved(.speaker, inside, "no words near it say who speaks"))
    }
    var quotation = Quotation(
      kind: .direct, spans: [inside], fragments: [inside], cue: nil, speaker: speaker,
      evidence: text.range(marked.tokens))
    quotation.about = places.named(in: [inside])
    found.append(quotation)
    last = (found.count - 1, sentence.block, sentence.tokens.upperBound)
  }

  private func endsLikeSentence(_ run: MarkedRun) -> Bool {
    guard let last = run.content.last else { return false }
    return text.tokens[last].endsSentence || text.tokens[last].kind == .comma
  }

  /// “NBC’s “Meet the Press””, “the film “Trainwreck””: the words before say that a title follows.
  func isNamed(_ run: Int) -> Bool {
    let marked = text.runs[run]
    let before = marked.tokens.lowerBound - 1
    guard before > 0, isTitle(marked) || marked.content.count == 1 else { return false }
    let inside = text.tokens[marked.content.lowerBound]
    guard inside.isCapitalised || inside.kind == .number else { return false }
    if !text.lexicon.isEnglish { return text.tokens[before].isWord && text.runOfToken[before] < 0 }
    if text.word(
      before, isOneOf: "film", "movie", "show", "program", "programme", "series", "book", "novel",
      "song", "album", "play", "podcast", "episode", "magazine", "musical", "documentary", "titled",
      "entitled")
    {
      return true
    }
    return text.tokens[before].kind == .clitic && text.tokens[before - 1].isCapitalised
      && isTitle(marked)
  }

  /// «Фільм «Двадцять днів у підвалі»»: what a noun before it names.
  private func isCalled(_ run: MarkedRun) -> Bool {
    let before = run.tokens.lowerBound - 1
    guard !text.lexicon.isEnglish, before >= 0, let first = run.content.first else { return false }
    return text.tokens[before].isWord && text.runOfToken[before] < 0
      && text.tokens[first].isCapitalised && !endsLikeSentence(run)
  }

  /// Every word of weight is capitalised: the name of a book, a film, an operation.
  func isTitle(_ run: MarkedRun) -> Bool {
    let words = run.content.filter { text.tokens[$0].isWord }
    guard words.count > 1, let last = run.content.last,
      !text.tokens[last].endsSentence || text.tokens[last].kind == .question
    else { return false }
    return words.allSatisfy {
      text.tokens[$0].isCapitalised
        || text.tokens[$0].is([.preposition, .conjunction, .determiner])
    }
  }
}
