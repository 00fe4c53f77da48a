// The numbers that a text gives of people and arms.

import Gazetteer

enum Figures {
  /// In the order of the text.
  ///
  /// - Parameter dates: as `DateMentions` finds them; what they hold is no figure.
  static func find(
    in text: Text, places: [PlaceMention], nominal: [(range: Range<Int>, place: Place)],
    dates: [DateMention], quotations: [Quotation], gazetteer: Gazetteer
  ) -> [Figure] {
    var context = FigureContext(text, places, nominal, dates, quotations, gazetteer)
    var figures: [Figure] = []
    for sentence in text.sentences {
      for fate in fates(of: sentence.tokens, text, &context) {
        guard let kind = fate.kind else { continue }
        figures.append(figure(kind, fate, sentence, text, &context))
      }
    }
    return figures
  }

  private static let numbers: WordClasses = [.number, .tens, .magnitude, .pluralMagnitude]

  private static func fates(
    of sentence: Range<Int>, _ text: Text, _ context: inout FigureContext
  ) -> [CountedFate] {
    var fates: [CountedFate] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let token = text.tokens[index]
      guard token.kind == .number || token.is(numbers),
        !context.isInDate(Int(token.start)),
        let phrase = CountedReader(text: text, sentence: sentence).phrase(
          at: beginning(index, sentence, text))
      else {
        index += 1
        continue
      }
      let reader = FigureReader(
        reader: CountedReader(text: text, sentence: sentence))
      fates.append(reader.fate(of: phrase, after: fates.filter { $0.kind != nil }))
      index = max(index + 1, phrase.tokens.upperBound)
    }
    FigureCoordination.share(&fates, text)
    return fates
  }

  /// “a” of “a hundred”.
  private static func beginning(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Int {
    index > sentence.lowerBound && text.tokens[index].is(.magnitude)
      && text.word(index - 1, isOneOf: "a", "an") ? index - 1 : index
  }

  private static func figure(
    _ kind: Figure.Kind, _ fate: CountedFate, _ sentence: Sentence, _ text: Text,
    _ context: inout FigureContext
  ) -> Figure {
    let phrase = fate.phrase
    var figure = Figure(kind: kind, evidence: text.range(fate.tokens))
    figure.value = phrase.value
    figure.low = phrase.low
    figure.high = phrase.high
    figure.qualifier = phrase.qualifier.map { text.range($0) }
    if kind != .population, let noun = phrase.noun,
      !text.tokens[noun.upperBound - 1].is(.figureNoun)
    {
      figure.ofWhom = text.range(noun)
    }
    context.complete(&figure, fate.tokens, sentence)
    return figure
  }
}

/// “24 civilians and five rebels were killed”: the verb behind holds for both.
enum FigureCoordination {
  static func share(_ fates: inout [CountedFate], _ text: Text) {
    guard fates.count > 1 else { return }
    for index in fates.indices.dropLast().reversed() where fates[index].kind == nil {
      let next = fates[index + 1]
      guard let kind = next.kind, !next.isByVerbBefore, kind != .population,
        isPlural(fates[index].phrase, text), next.phrase.isKnown,
        isJoined(fates[index].tokens.upperBound, next.tokens.lowerBound, text)
      else { continue }
      fates[index].kind = kind
    }
  }

  /// Known, or with the ending of a plural.
  private static func isPlural(_ phrase: CountedPhrase, _ text: Text) -> Bool {
    guard let last = phrase.noun?.last else { return false }
    return phrase.isKnown || text.bytes[Int(text.tokens[last].end) - 1] == 0x73
  }

  private static func isJoined(_ start: Int, _ end: Int, _ text: Text) -> Bool {
    guard start < end, end - start <= 2 else { return false }
    return (start..<end).allSatisfy {
      text.tokens[$0].kind == .comma || text.word($0, isOneOf: "and")
    }
  }
}
