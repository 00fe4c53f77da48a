// Quotations: what is attributed in each sentence, and marked runs that stand alone.

import Gazetteer

/// Finds quotations in the order of the text.
struct Quotations {
  private let text: Text
  private let places: Places
  private var speakers: Speakers
  private var found: [Quotation] = []
  private var unresolved: [Unresolved] = []
  private var isUsed: [Bool]
  /// The sentence before the one that is read.
  private var previous: Sentence?
  /// The quotation whose speaker goes on where marked words stand alone, the block in which it ends,
  /// and the end of its sentence.
  private var last: (quotation: Int, block: Int, end: Int)?

  static func find(
    in text: Text, _ names: Names, _ people: People, _ places: Places, _ gazetteer: Gazetteer
  ) -> (quotations: [Quotation], unresolved: [Unresolved]) {
    var stage = Quotations(text, names, people, places, gazetteer)
    for (number, sentence) in text.sentences.enumerated() {
      stage.previous = number > 0 ? text.sentences[number - 1] : nil
      let kind = text.blocks[sentence.block].kind
      if kind == .paragraph || kind == .standfirst { stage.read(sentence) }
    }
    stage.found.sort {
      ($0.spans[0].lowerBound, $0.spans[0].upperBound) < (
        $1.spans[0].lowerBound, $1.spans[0].upperBound
      )
    }
    return (stage.found, stage.unresolved)
  }

  private init(
    _ text: Text, _ names: Names, _ people: People, _ places: Places, _ gazetteer: Gazetteer
  ) {
    self.text = text
    self.places = places
    speakers = Speakers(text, names, people) { tokens in
      places.country(of: tokens, gazetteer).map { gazetteer.name(of: $0) }
    }
    isUsed = [Bool](repeating: false, count: text.runs.count)
  }

  private mutating func read(_ sentence: Sentence) {
    for attribution in Attributions.find(in: sentence, text) { add(attribution, sentence) }
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      let run = text.runOfToken[index]
      if run >= 0 {
        // A run over several sentences is looked at where it begins.
        let tokens = text.runs[Int(run)].tokens
        if tokens.lowerBound == index, !isUsed[Int(run)] { addAlone(Int(run), sentence) }
        index = tokens.upperBound
      } else {
        index += 1
      }
    }
  }
}

// MARK: - With a cue

extension Quotations {
  private mutating func add(_ attribution: Attribution, _ sentence: Sentence) {
    let content = attribution.content.compactMap { whole($0) }
    guard !content.isEmpty else { return }
    let runs = runs(in: content)
    let kind = kind(content, runs)
    let speaker = attribution.site.subject.map { speakers.speaker($0) }
    if speaker == nil, kind == .indirect { return }
    var parts = content.map { text.range($0) }
    if kind == .direct { parts = runs.map { text.range(text.runs[$0].content) } }
    let verb = attribution.site.tokens.lowerBound
    let lexeme = text.lexeme(verb)
    let lemma = attribution.site.form == .accordingTo ? "according to" : lexeme.lemma
    var quotation = Quotation(
      kind: kind, spans: parts, fragments: runs.map { text.range(text.runs[$0].content) },
      cue: Cue(
        range: text.range(attribution.site.tokens),
        lemma: lemma.isEmpty ? text.string(text.range(attribution.site.tokens)) : lemma,
        stance: lexeme.stance),
      speaker: speaker, evidence: evidence(parts, sentence))
    quotation.about = places.named(in: parts)
    for run in runs { use(run) }
    found.append(quotation)
    // What somebody else is said to think in passing is no reason to take the next words for theirs.
    let goesOn = kind == .indirect && last?.end == sentence.tokens.upperBound
    last = (
      goesOn ? last?.quotation ?? 0 : found.count - 1, sentence.block, sentence.tokens.upperBound
    )
  }

  /// The sentence, and what of the content goes on behind it.
  private func evidence(_ parts: [Range<Int>], _ sentence: Sentence) -> Range<Int> {
    let range = text.range(sentence.tokens)
    return range.lowerBound..<parts.reduce(range.upperBound) { max($0, $1.upperBound) }
  }

  /// A long sentence is cut anywhere: a run belongs to the part in which it begins.
  private func whole(_ content: Range<Int>) -> Range<Int>? {
    var (start, end) = (content.lowerBound, content.upperBound)
    if let run = run(of: start), run.lowerBound < start { start = run.upperBound }
    guard start < end else { return nil }
    if let run = run(of: end - 1) { end = max(end, run.upperBound) }
    return start..<end
  }

  private func run(of token: Int) -> Range<Int>? {
    let run = text.runOfToken[token]
    return run < 0 ? nil : text.runs[Int(run)].tokens
  }

  private func runs(in content: [Range<Int>]) -> [Int] {
    var runs: [Int] = []
    for range in content {
      var index = range.lowerBound
      while index < range.upperBound {
        let run = text.runOfToken[index]
        guard run >= 0 else {
          index += 1
          continue
        }
        if !isUsed[Int(run)], !text.runs[Int(run)].content.isEmpty, !isNamed(Int(run)) {
          runs.append(Int(run))
        }
        index = text.runs[Int(run)].tokens.upperBound
      }
    }
    return runs
  }

  /// Direct where nothing but marks and what parts them stands outside.
  private func kind(_ content: [Range<Int>], _ runs: [Int]) -> Quotation.Kind {
    guard !runs.isEmpty else { return .indirect }
    let outside = content.joined().contains {
      text.runOfToken[$0] < 0 && (text.tokens[$0].isWord || text.tokens[$0].kind == .number)
    }
    return outside ? .mixed : .direct
  }

  private mutating func use(_ run: Int) {
    isUsed[run] = true
    let marked = text.runs[run]
    if !marked.isClosed {
      unresolved.append(
        Unresolved(
          .quotation, text.range(marked.tokens),
          "opening mark never closed; taken to the end of the paragraph"))
    }
  }
}

// MARK: - Without one

extension Quotations {
  /// Words of a run from which it can be a statement of its own.
  private static let sentential = 4

  private mutating func addAlone(_ run: Int, _ sentence: Sentence) {
    let marked = text.runs[run]
    let words = marked.content.filter { text.tokens[$0].isWord }.count
    guard words > 0, !isTitle(marked) else { return }
    let isWhole = !sentence.tokens.contains {
      text.runOfToken[$0] != Int32(run) && text.tokens[$0].isWord && text.runOfToken[$0] < 0
    }
    if isWhole { return addContinued(run, words, sentence) }
    guard words >= Self.sentential || endsLikeSentence(marked) else { return }
    if let speaker = named(before: marked.tokens.lowerBound, sentence) {
      return append(run, speaker, sentence)
    }
    let subject = SentenceSubject.find(sentence.tokens, before: marked.tokens.lowerBound, text)
    if let last, last.block == sentence.block, subject.map(isImpersonal) ?? true {
      return append(run, inherited(found[last.quotation].speaker, 0.4), sentence)
    }
    guard let subject else { return }
    var speaker = speakers.speaker(subject)
    speaker.confidence = min(speaker.confidence, 0.4)
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
      return append(run, inherited(found[last.quotation].speaker, 0.6), sentence)
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
  private func inherited(_ speaker: Speaker?, _ confidence: Double) -> Speaker? {
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
    let lexicon = Lexicon.english
    return lexicon.lexemes[Int(lexicon.number(of: word[...]))].classes.has(.pronoun)
  }

  /// The subject of the sentence before, in the paragraph or at the end of the one before.
  private mutating func introduced(before sentence: Sentence) -> Speaker? {
    guard let previous, previous.block + 1 >= sentence.block,
      let subject = SentenceSubject.find(
        previous.tokens, before: previous.tokens.upperBound, text)
    else { return nil }
    var speaker = speakers.speaker(subject)
    speaker.confidence = min(speaker.confidence, 0.5)
    return speaker
  }

  private mutating func append(_ run: Int, _ speaker: Speaker?, _ sentence: Sentence) {
    let marked = text.runs[run]
    let inside = text.range(marked.content)
    use(run)
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
  private func isNamed(_ run: Int) -> Bool {
    let marked = text.runs[run]
    let before = marked.tokens.lowerBound - 1
    guard before > 0, isTitle(marked) || marked.content.count == 1 else { return false }
    let inside = text.tokens[marked.content.lowerBound]
    guard inside.isCapitalised || inside.kind == .number else { return false }
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

  /// Every word of weight is capitalised: the name of a book, a film, an operation.
  private func isTitle(_ run: MarkedRun) -> Bool {
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
