// Quotations: what is attributed in each sentence, and marked runs that stand alone.

import Gazetteer

/// Finds quotations in the order of the text.
struct Quotations {
  let text: Text
  let places: Places
  var speakers: Speakers
  var found: [Quotation] = []
  var unresolved: [Unresolved] = []
  var isUsed: [Bool]
  /// Where quotations begin: each at a place of its own.
  var begins: Set<Int> = []
  /// The sentence before the one that is read.
  var previous: Sentence?
  /// The quotation whose speaker goes on where marked words stand alone, the block in which it ends,
  /// and the end of its sentence.
  var last: (quotation: Int, block: Int, end: Int)?

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
    let content = attribution.content.compactMap { whole($0) }.filter { !isName($0) }
    guard !content.isEmpty else { return }
    let runs = runs(in: content)
    let kind = kind(content, runs)
    let speaker = speaker(of: attribution.site, sentence)
    if speaker == nil, kind == .indirect { return }
    var parts = content.map { text.range($0) }
    if kind == .direct { parts = runs.map { text.range(text.runs[$0].content) } }
    guard begins.insert(parts[0].lowerBound).inserted else { return }
    let verb = attribution.site.tokens.lowerBound
    let lexeme = text.lexeme(verb)
    var quotation = Quotation(
      kind: kind, spans: parts, fragments: runs.map { text.range(text.runs[$0].content) },
      cue: Cue(
        range: text.range(attribution.site.tokens),
        lemma: lexeme.lemma.isEmpty
          ? text.string(text.range(attribution.site.tokens)).lowercased() : lexeme.lemma,
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

  /// A verb without a subject, as Ukrainian has it, goes on with who spoke before, and so does “Adding,
  /// “…”” of a sentence of its own.
  private mutating func speaker(of site: CueSite, _ sentence: Sentence) -> Speaker? {
    if let subject = site.subject { return speakers.speaker(subject) }
    guard site.form == .plain || site.tokens.lowerBound == sentence.tokens.lowerBound, let last,
      last.block + 1 >= sentence.block
    else { return nil }
    return inherited(found[last.quotation].speaker, 0.7)
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

  /// Nothing but a marked name: «передає кореспондент ‹«Голосу Полісся»›».
  private func isName(_ content: Range<Int>) -> Bool {
    let run = text.runOfToken[content.lowerBound]
    return run >= 0 && text.runs[Int(run)].tokens == content && !text.lexicon.isEnglish
      && isNamed(Int(run))
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

  mutating func use(_ run: Int) {
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
