// The times that a text names.

import Dates

/// Dates, weekdays, years, durations and times of day, each with the words that qualify it.
enum DateMentions {
  /// In the order of the text; they do not overlap.
  ///
  /// - Parameter published: the day that relative times count from.
  static func find(
    in text: Text, published: CivilDate?
  ) -> (dates: [DateMention], unresolved: [Unresolved]) {
    var dates: [DateMention] = []
    var unresolved: [Unresolved] = []
    for phrase in phrases(of: text) {
      let range = text.range(phrase.tokens)
      let mention = phrase.mention(range, published)
      dates.append(mention)
      if published == nil, phrase.isRelative {
        unresolved.append(Unresolved(.date, range, "published unknown"))
      }
    }
    return (dates, unresolved)
  }

  static func phrases(of text: Text) -> [TimePhrase] {
    var phrases: [TimePhrase] = []
    var reader = TimeReader(text: text)
    for sentence in text.sentences {
      reader.sentence = sentence.tokens
      reader.bounds = sentence.tokens
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        let token = text.tokens[index]
        guard token.kind == .number || token.is(anchors), let phrase = reader.phrase(at: index)
        else {
          index += 1
          continue
        }
        phrases.append(phrase)
        index = phrase.tokens.upperBound
        reader.bounds = index..<sentence.tokens.upperBound
      }
    }
    return phrases
  }

  /// Every expression holds one of these or a number.
  private static let anchors: WordClasses = [
    .month, .weekday, .timeUnit, .dayWord, .lastingEvent,
  ]
}

extension TimeReader {
  /// The expression around a token that can be its core.
  fileprivate func phrase(at index: Int) -> TimePhrase? {
    if let phrase = numericDate(at: index) ?? calendar(at: index) { return qualified(phrase) }
    if let phrase = clock(at: index) ?? dayWord(at: index) { return qualified(phrase) }
    return counted(at: index) ?? lastingEvent(at: index)
  }
}
